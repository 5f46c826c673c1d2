import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The top-level folders and `main.ts`, as relative imports name them. */
const PARTS = ['main', 'config', 'stacks', 'tollgate', 'scripts', 'bench', 'test', '__tests__'];

/** The gate must not import itself by its published name. */
const PACKAGE = { regex: '^@tollgate/', message: 'Import the file by its relative path: it is in this package.' };

const providerRoot = {
  regex: '^@cdktf/provider-aws(/lib)?$',
  message:
    'Import by subpath, such as @cdktf/provider-aws/lib/lb: the root loads every resource of AWS, which takes seconds.',
};

/**
 * The parts that files may import, which defines the dependency direction. `up` matches the start of a relative import
 * that leaves the part.
 */
function direction(files, { mayImport = [], typesOf = [], also = [], up = '(\\.\\./)+' }) {
  const named = (parts) => `^${up}(${parts.join('|')})(/|$)`;
  const banned = PARTS.filter((part) => !mayImport.includes(part) && !typesOf.includes(part));
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            providerRoot,
            { regex: named(banned), message: 'This part must not import that part: see "Layout" in README.md.' },
            ...(typesOf.length === 0
              ? []
              : [
                  {
                    regex: named(typesOf),
                    allowTypeImports: true,
                    message: 'Import only types of that part; the caller passes the values.',
                  },
                ]),
            ...also,
          ],
        },
      ],
    },
  };
}

export default defineConfig(
  globalIgnores(['cdktf.out/', 'coverage/', 'tollgate/dist/', '**/*.js', '**/*.mjs']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in template strings are readable as they are; other types need an explicit conversion.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Brackets are allowed for properties of parsed JSON, to show that the property may be missing.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: 'error',
      // Only Ajv may be loaded lazily: loading Ajv takes a quarter of the time of a small judgement.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^ajv/dist/2020$'] }],
    },
  },

  {
    files: ['__tests__/**/*.ts'],
    rules: {
      // Jest declares matchers such as `expect.any(String)` as `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A test may replace a property that the construct declares by its interface.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },

  direction(['main.ts'], { mayImport: ['config', 'stacks'], up: '\\./' }),
  direction(['config/**/*.ts'], {}),
  direction(['config/environments/*.ts'], {
    also: [
      {
        regex: '.',
        allowTypeImports: true,
        message: 'An environment may import only types: it contains values only.',
      },
    ],
  }),
  direction(['stacks/*.ts'], { typesOf: ['config'] }),
  direction(['stacks/tiers/*.ts'], {
    typesOf: ['config'],
    also: [
      { regex: '^\\./', message: 'A tier must not import another tier: the stack passes values between them.' },
      { regex: '^\\.\\./(?!\\.\\./)', message: 'A tier must not import a stack: the stack passes values to the tier.' },
    ],
  }),
  direction(['tollgate/**/*.ts'], { also: [PACKAGE] }),
  direction(['tollgate/{input,engine,report,source}/**/*.ts'], {
    also: [
      PACKAGE,
      {
        regex: '^(\\.\\./)+(?!(model|digest)$)[^.]',
        message: 'Readers, engine, reports and sources may import only model.ts and digest.ts; judge.ts joins them.',
      },
    ],
  }),
  direction(
    ['tollgate/{judge,output,proposal,terminal,make-directory,digest,home,index}.ts', 'tollgate/compare/*.ts'],
    {
      also: [
        PACKAGE,
        {
          regex: '^\\.{1,2}/(cli|cdktf|action|comment)/',
          message: 'Only commands, synth and steps may import this: they are the top layer.',
        },
      ],
    },
  ),
  direction(['tollgate/model.ts'], { also: [{ regex: '.', message: 'The model must not import anything.' }] }),
  direction(['scripts/**/*.ts'], { mayImport: ['tollgate'] }),
  // These scripts process the corpus of the tests.
  direction(['scripts/provider-data.ts'], { mayImport: ['tollgate', 'test'] }),
  direction(['scripts/compare-scanners.ts', 'scripts/record.ts'], { mayImport: ['tollgate', 'test', '__tests__'] }),
  direction(['bench/**/*.ts'], { mayImport: ['tollgate', 'scripts', 'test', 'config', 'stacks'] }),
);
