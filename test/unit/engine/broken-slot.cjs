throw new Error('this slot cannot be started')
