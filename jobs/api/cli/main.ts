import { keepCompiledCode } from './compiled-code'

// Before anything else is loaded, else it is compiled anew.
keepCompiledCode()
void import('./command-line')
