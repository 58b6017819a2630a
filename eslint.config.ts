import { resolve } from 'node:path'
import prettier from 'eslint-config-prettier/flat'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import pluginVue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import { folderRules } from './scripts/folder-lint'

export default tseslint.config(
  { ignores: ['**/dist/', 'node_modules/', 'coverage/', 'test-results/', 'playwright-report/'] },
  { files: ['**/*.{ts,vue}'], extends: [tseslint.configs.recommended] },
  pluginVue.configs['flat/recommended'],
  prettier,
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['**/*.{ts,vue}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.vue'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'vue-eslint-parser': ['.vue'] },
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.vue'], tsconfig: { configFile: resolve('tsconfig.base.json') } }),
      ],
    },
    rules: {
      'import-x/first': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/order': [
        'error',
        {
          'groups': ['type', 'builtin', 'external', 'internal', 'sibling'],
          'pathGroups': [{ pattern: '@{,cli,contract,emulator,scripts,tests}/**', group: 'internal' }],
          'pathGroupsExcludedImportTypes': ['type'],
          'newlines-between': 'never',
          'sortTypesGroup': true,
          'alphabetize': { order: 'asc' },
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      'vue/max-lines-per-block': ['error', { script: 80, template: 90 }],
    },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    ignores: ['src/portal/decode.ts', 'src/domain/id.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
          message: 'Decode instead: `as` lives in decode.ts and domain/id.ts only.',
        },
        {
          selector: 'ImportExpression[source.value=/^(?!\\.\\u002F)/]',
          message: 'Only files of the same folder are loaded later: the import rules do not see other ones.',
        },
      ],
    },
  },
  // Read by browsers that are too old for the app.
  { files: ['public/**/*.js'], languageOptions: { ecmaVersion: 5, sourceType: 'script' } },
  {
    files: ['tests/**/*.ts', 'emulator/seed/**/*.ts', 'emulator/portal/messages.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  { files: ['scripts/**/*.ts', 'bench/**/*.ts', 'emulator/main.ts'], rules: { 'no-console': 'off' } },
  ...folderRules,
)
