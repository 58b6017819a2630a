import type { Linter } from 'eslint'
import type { FolderRule } from './folder-rules'
import { FOLDER_RULES } from './folder-rules'

function toPatterns({ never, neverMatching, typesAllowed, because }: FolderRule) {
  const groups = never.length > 0 ? [{ group: never, message: because }] : []
  const matching = neverMatching ? [{ regex: neverMatching, message: because }] : []
  const types = typesAllowed ? [{ group: typesAllowed, message: because, allowTypeImports: true }] : []
  return [...groups, ...matching, ...types]
}

function toConfig(rule: FolderRule): Linter.Config {
  const above = FOLDER_RULES.filter(({ from }) => from === rule.inherits)
  const patterns = [
    { group: ['../*', '../**', '..'], message: 'Cross-folder imports use an alias.' },
    // ESLint takes the last rule that matches a file, so a folder repeats what holds above it.
    ...[...above, rule].flatMap(toPatterns),
  ]
  return {
    files: [rule.from.endsWith('.ts') ? rule.from : `${rule.from}/**/*.{ts,vue}`],
    ignores: rule.except ?? [],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  }
}

/** The import rules as ESLint configuration, one entry per folder. */
export const folderRules: Linter.Config[] = FOLDER_RULES.map(toConfig)
