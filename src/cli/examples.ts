import type { HelpEnd } from './help-end.js'

/** By the name of the command; what stands below the program's own options under its own name. */
export const helpEnds: Readonly<Record<string, HelpEnd>> = {
  reportlint: {
    examples: [
      ['reportlint check content/', 'what is wrong, where, and what to do'],
      ['reportlint fix content/', 'what would be mended, as a diff'],
      ['reportlint fix --write content/', 'mend what has one right answer'],
      ['reportlint explain date-mismatch', 'why a rule is there, with examples'],
    ],
    notes: ['`reportlint help COMMAND` says more of each.'],
  },
  check: {
    examples: [
      ['reportlint check', 'all reports below this folder'],
      ['reportlint check content/4-EventParticipated/4.2-Event2', 'those of one event'],
      ['reportlint check --quiet --format compact', 'errors only, a line for each'],
      ['reportlint check --rule missing-date date-mismatch', 'two rules only'],
      ['reportlint check --watch content', 'again whenever something is saved'],
      ['reportlint check --staged', 'what is about to be committed'],
      ['reportlint check --max-warnings 0 --format markdown --output summary.md'],
      ['reportlint check sites --format html --output reports.html', 'a page on many sites, for their mentors'],
      ['reportlint check --baseline known.json --update-baseline', 'write down what there is now'],
      ['reportlint check --baseline known.json', 'from then on, only what is new'],
    ],
    notes: ['Exit code: 0 nothing to report, 1 errors or too many warnings, 2 something could not be worked on.'],
  },
  fix: {
    examples: [
      ['reportlint fix content', 'a diff of what is safe to mend'],
      ['reportlint fix content > fixes.patch', 'for `git apply`'],
      ['reportlint fix --write content', 'mend it'],
      ['reportlint fix --unsafe content', 'also what needs another look'],
      ['reportlint fix --interactive content', 'one by one'],
      ['reportlint fix --staged --write', 'mend what is about to be committed'],
      [
        'reportlint fix --stdin --stdin-filename content/draft.md < draft.md',
        'a filter for editors: prints the mended text',
      ],
    ],
    notes: [
      "The diff names files from the root of the repository, as git's own do: `git apply` and `patch -p1` take it there, and `git apply` also in a folder that holds them all. Without a repository it names them from the current folder.",
      'With --staged --write, a fix goes into the index, and into the file that was staged. Changes of the file that are not staged stay, and stay unstaged. Where they are on lines that a fix changes, or beside those, neither the index nor the file is changed, and the message says so. Nothing that you wrote is lost either way.',
      'Exit code: 0 nothing to mend, 1 something to mend, or, with --write, errors that are left, which it lists, 2 something could not be worked on. With --stdin it is 0 or 2.',
    ],
  },
  merge: {
    examples: [
      ['reportlint check content --shard 1/2 --output part-1.json', 'on one machine'],
      ['reportlint check content --shard 2/2 --output part-2.json', 'on another'],
      ['reportlint merge part-1.json part-2.json', 'then the result, as if one had done it'],
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
      ['reportlint events content', 'what the reports are about, and who says what'],
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
      ['reportlint init --remove', 'takes itself out again'],
    ],
  },
  explain: {
    examples: [
      ['reportlint explain', 'all rules'],
      ['reportlint explain empty-speakers', 'one of them'],
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
      ['reportlint schema', 'what holds here'],
      ['reportlint schema fcj > spring.yaml', 'as a start for your own'],
      ['reportlint schema --json-schema > schema.schema.json'],
    ],
  },
  lsp: {
    examples: [['reportlint lsp', 'on the standard input and output; docs/editors.md has the settings of editors']],
  },
  completion: {
    where: 'each for the start file of the shell',
    examples: [
      ['reportlint completion bash', '~/.bashrc: source <(reportlint completion bash)'],
      ['reportlint completion zsh', '~/.zshrc, after compinit: source <(reportlint completion zsh)'],
      ['reportlint completion fish', '~/.config/fish/config.fish: reportlint completion fish | source'],
    ],
  },
}
