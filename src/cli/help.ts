/** Shown under the list of commands. */
export const examples = `
Try it without an Intercom account:
  helpcentre publish --sandbox      publish to a workspace on this machine
  helpcentre sandbox                look at the pages it made

The token comes from INTERCOM_ACCESS_TOKEN, or from standard input
with --token-stdin.

"helpcentre COMMAND --help" shows what a command takes, with examples.`;

/** Shown under the options of `sandbox`. */
export const faultGrammar = `
Faults, separated by commas: KIND, then which requests it meets.
  refuse reset-before 429 500 502 503 504   nothing happens
  drop-after reset-after cut[=BYTES]        it happens, the answer is lost
  500-after 502-after 503-after 504-after   it happens, the answer denies it
  slow[=2s|=1500ms]                         it happens, later
  @5  @3-8  @10+                            fifth; third to eighth; tenth and on
  @PUT  @/articles*  @PUT:/articles/*       of this method, path or both
  %0.2                                      one in five, drawn with --seed`;

/** Shown under the options of `completion`. */
export const completionHelp = `
Where to put it:
  bash   this line into ~/.bashrc:
           eval "$(helpcentre completion bash)"
  zsh    this line into ~/.zshrc, below "autoload -U compinit && compinit":
           eval "$(helpcentre completion zsh)"
  fish   this line into ~/.config/fish/config.fish:
           helpcentre completion fish | source
It takes effect in the next shell that you open, and is never out of date. To
spare each shell the time, keep the script in a file, and write it anew after
an upgrade.`;

/** Shown under the options of `init`. */
export const workflowKindsHelp = `
Workflows:
  pull-request   the plan on pull requests, published on merge (default)
  forks          the same, for pull requests from forks too
  staging        the same, to one workspace first and then to another
  promote        to a staging workspace, and what is on it to another, by hand
  schedule       looks daily for edits made in Intercom
  import         brings what is in Intercom into the repository, once
  part           publishes chosen files, by hand and after an approval
  timed          publishes every hour, for times in front matter
  none           no workflow
An existing file is never written over.`;
