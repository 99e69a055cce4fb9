import { currentProcess, takeLock } from '../lock'

// Tries to take the lock when told to, says how that went, and stays alive so that it counts.
const [file = ''] = process.argv.slice(2)
process.send?.('ready')
process.on('message', () => {
  const holder = { ...currentProcess(), what: 'a test', lasting: false, port: 0, password: '' }
  const taken = takeLock(file, holder)
  process.send?.(taken === 'taken' ? 'taken' : taken.pid)
})
process.on('disconnect', () => process.exit())
