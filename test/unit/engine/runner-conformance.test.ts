import { describeRunner } from './runner-conformance'

describeRunner({ kind: 'slots', canTerminate: true })
describeRunner({ kind: 'inline', canTerminate: false })
