const dropped = /^DROP INDEX "([^"]+)";$/m
const created = /^CREATE (?:UNIQUE )?INDEX "([^"]+)" .*;$/m

/**
 * The script without the indexes that it drops only to make them again: Prisma's engine takes each
 * whose operator class it has no name for (`text_pattern_ops`) as changed. `made` are the migrations.
 */
export function withoutSameIndexes(script: string, made: string): string {
  const blocks = script.split('\n\n')
  const same = blocks.flatMap((block) => {
    const [statement, name] = created.exec(block) ?? []
    const last = made.split('\n').findLast((line) => created.exec(line)?.[1] === name)
    return statement && statement === last ? [name] : []
  })
  return blocks
    .filter((block) => !same.includes((dropped.exec(block) ?? created.exec(block))?.[1]))
    .join('\n\n')
}
