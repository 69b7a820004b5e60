import type { HelpEnd } from './help-end.js'

/** By the name of the command; the end of the program's own help is under the program's name. */
export const helpEnds: Readonly<Record<string, HelpEnd>> = {
  reportlint: {
    examples: [
      ['reportlint check content/', 'what is wrong, where, and what to do about it'],
      ['reportlint fix content/', 'preview the safe fixes, as a diff'],
      ['reportlint fix --write content/', 'apply the safe fixes'],
      ['reportlint explain date-mismatch', 'why a rule exists, with examples'],
    ],
    notes: ['`reportlint help COMMAND` explains a command and its options.'],
  },
  check: {
    examples: [
      ['reportlint check', 'all reports below this folder'],
      ['reportlint check content/4-EventParticipated/4.2-Event2', 'those of one event'],
      ['reportlint check --quiet --format compact', 'errors only, one line each'],
      ['reportlint check --rule missing-date date-mismatch', 'two rules only'],
      ['reportlint check --watch content', 'check again whenever a file is saved'],
      ['reportlint check --staged', 'what is about to be committed'],
      ['reportlint check --max-warnings 0 --format markdown --output summary.md'],
      ['reportlint check sites --format html --output reports.html', 'a page about many sites, for mentors'],
      ['reportlint check --baseline known.json --update-baseline', 'record the findings of today'],
      ['reportlint check --baseline known.json', 'from then on, only new findings'],
    ],
    notes: ['Exit code: 0 nothing to report, 1 errors or too many warnings, 2 something could not be processed.'],
  },
  fix: {
    examples: [
      ['reportlint fix content', 'preview the safe fixes, as a diff'],
      ['reportlint fix content > fixes.patch', 'for `git apply`'],
      ['reportlint fix --write content', 'apply them'],
      ['reportlint fix --unsafe content', 'also the fixes that need a second look'],
      ['reportlint fix --interactive content', 'one by one'],
      ['reportlint fix --staged --write', 'fix what is about to be committed'],
      [
        'reportlint fix --stdin --stdin-filename content/draft.md < draft.md',
        'a filter for editors: prints the fixed text',
      ],
    ],
    notes: [
      "The diff names files from the root of the repository, as git's own diffs do. Apply it there with `git apply` or `patch -p1`; `git apply` also works in any folder that contains all of the files. Outside a repository, paths start at the current folder.",
      'With --staged --write, a fix changes both the index and the file. Unstaged changes stay in the file, and stay unstaged. If they are on lines that a fix changes, or next to them, neither the index nor the file is changed, and a message says so. You never lose anything that you wrote.',
      'Exit code: 0 nothing to fix, 1 something to fix, or, with --write, errors that remain, which it lists, 2 something could not be processed. With --stdin it is 0 or 2.',
    ],
  },
  merge: {
    examples: [
      ['reportlint check content --shard 1/2 --output part-1.json', 'on one machine'],
      ['reportlint check content --shard 2/2 --output part-2.json', 'on another'],
      ['reportlint merge part-1.json part-2.json', 'then the result of the whole check'],
    ],
  },
  inspect: {
    examples: [
      ['reportlint inspect content/4-EventParticipated/4.2-Event2'],
      ['reportlint inspect --format json content > facts.json'],
    ],
  },
  events: {
    examples: [
      ['reportlint events content', 'the events, and what each report says about them'],
      ['reportlint events --format json content'],
      ['reportlint events --write-registry content', 'a draft of events.yaml, to be corrected by hand'],
    ],
  },
  new: {
    examples: [
      ['reportlint new "Mesh Day" --date 2026-08-01'],
      ['reportlint new "Mesh Day" --date 2026-08-01 --number 7 --schema fcj'],
      ['reportlint new "Mesh Day" --date 2026-08-01 --in content/4-EventParticipated'],
    ],
  },
  init: {
    examples: [
      ['reportlint init', "adds itself to husky, lint-staged, lefthook, pre-commit or git's own hooks"],
      ['reportlint init --remove', 'removes itself again'],
    ],
  },
  explain: {
    examples: [
      ['reportlint explain', 'all rules'],
      ['reportlint explain empty-speakers', 'one rule'],
    ],
  },
  rules: {
    examples: [['reportlint rules'], ['reportlint rules --format json']],
  },
  config: {
    examples: [
      ['reportlint config', 'for this folder'],
      ['reportlint config content/4-EventParticipated/_index.md'],
      ['reportlint config --json-schema > config.schema.json', 'for editors'],
    ],
  },
  schema: {
    examples: [
      ['reportlint schema', 'the schema in use here'],
      ['reportlint schema fcj > spring.yaml', 'a starting point for your own'],
      ['reportlint schema --json-schema > schema.schema.json'],
    ],
  },
  lsp: {
    examples: [['reportlint lsp', 'on standard input and output; docs/editors.md has the settings for editors']],
  },
  completion: {
    where: 'each for the startup file of the shell',
    examples: [
      ['reportlint completion bash', '~/.bashrc: source <(reportlint completion bash)'],
      ['reportlint completion zsh', '~/.zshrc, after compinit: source <(reportlint completion zsh)'],
      ['reportlint completion fish', '~/.config/fish/config.fish: reportlint completion fish | source'],
    ],
  },
}
