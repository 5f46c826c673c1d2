import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The top folders, and `main.ts`, as a relative import names them. */
const PARTS = ['main', 'config', 'stacks', 'tollgate', 'scripts', 'bench', 'test', '__tests__'];

/** The gate does not depend on the name under which it is published, nor on CDKTF but for its own part of it. */
const PACKAGE = { regex: '^@tollgate/', message: 'Import the file itself: it is in this package.' };

const providerRoot = {
  regex: '^@cdktf/provider-aws(/lib)?$',
  message:
    'Import by subpath, such as @cdktf/provider-aws/lib/lb: the root loads every resource of AWS, which takes seconds.',
};

/**
 * What files of one part may import of the others: the dependency direction, with what is said when it is not kept.
 * `up` is how a relative import leaves the part.
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
            { regex: named(banned), message: 'This part must not depend on that one: see "Layout" in README.md.' },
            ...(typesOf.length === 0
              ? []
              : [
                  {
                    regex: named(typesOf),
                    allowTypeImports: true,
                    message: 'Only types of that part: its values are passed in.',
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
      // Numbers in a text say themselves; everything else still has to be turned into text on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A member of parsed JSON may be written either way: the brackets say that nobody promised it is there.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: 'error',
      // Ajv alone is loaded where it is needed: that takes a quarter of a small judgement.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^ajv/dist/2020$'] }],
    },
  },

  {
    files: ['__tests__/**/*.ts'],
    rules: {
      // What Jest's matchers such as `expect.any(String)` are declared to give.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A test may reach into a construct as an interface and change it as what it is.
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
        message: 'An environment holds values only: nothing but types is imported.',
      },
    ],
  }),
  direction(['stacks/*.ts'], { typesOf: ['config'] }),
  direction(['stacks/tiers/*.ts'], {
    typesOf: ['config'],
    also: [
      { regex: '^\\./', message: 'A tier never imports another tier: the stack passes values from one to the other.' },
      { regex: '^\\.\\./(?!\\.\\./)', message: 'A tier does not know the stacks: they pass it what it needs.' },
    ],
  }),
  direction(['tollgate/**/*.ts'], { also: [PACKAGE] }),
  direction(['tollgate/{input,engine,report}/**/*.ts'], {
    also: [
      PACKAGE,
      {
        regex: '^(\\.\\./)+(?!(model|digest)$)[^.]',
        message: 'Readers, engine and reports know model.ts and digest.ts only; judge.ts joins them.',
      },
    ],
  }),
  direction(['tollgate/{judge,output,terminal,make-directory,digest,home,index}.ts', 'tollgate/compare/*.ts'], {
    also: [
      PACKAGE,
      {
        regex: '^\\.{1,2}/(cli|cdktf|action)/',
        message: 'Commands, synth and steps stand on top: nothing below knows them.',
      },
    ],
  }),
  direction(['tollgate/model.ts'], { also: [{ regex: '.', message: 'The model imports nothing.' }] }),
  direction(['scripts/**/*.ts'], { mayImport: ['tollgate'] }),
  // Their subject is the corpus of the tests.
  direction(['scripts/provider-data.ts'], { mayImport: ['tollgate', 'test'] }),
  direction(['scripts/compare-scanners.ts', 'scripts/record.ts'], { mayImport: ['tollgate', 'test', '__tests__'] }),
  direction(['bench/**/*.ts'], { mayImport: ['tollgate', 'scripts', 'test', 'config', 'stacks'] }),
);
