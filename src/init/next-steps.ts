import type { Choices } from './choices.ts';

/** What was found and made, as far as the next steps depend on it. */
export interface Beginning {
  /** A workflow file that already exists and keeps one that was chosen from working. */
  readonly inTheWay: string | null;
  /** Who runs the repository, as people write it, where that is not GitHub; null where it is, or nobody knows. */
  readonly elsewhere: string | null;
  /** Address of the page that says how to publish from there; null for none. */
  readonly recipe: string | null;
}

/** What was found and made, as far as the next two commands depend on it. */
export interface Ready {
  /** Whether there is an article to look at. */
  readonly hasArticles: boolean;
  readonly hasToken: boolean;
  /** Whether the articles are those that are in Intercom now. */
  readonly imports: boolean;
  /** Folder of the help centre as a shell takes it; `''` for the one that the person is in. */
  readonly cwd: string;
}

/** A command, and what it does. */
export interface NextCommand {
  readonly run: string;
  readonly does: string;
}

/** The two commands that come next. */
export function commandsAfter({ hasArticles, hasToken, imports, cwd }: Ready): readonly [NextCommand, NextCommand] {
  const command = (words: string, does: string): NextCommand => ({
    run: `npx helpcentre ${words}${cwd === '' ? '' : ` --cwd ${cwd}`}`,
    does,
  });
  if (imports || !hasArticles) {
    const importing = command('import', 'bring the articles that are in Intercom here');
    return hasToken
      ? [importing, command('check', 'every problem, and where it is')]
      : [command('doctor', 'what is missing for the token'), importing];
  }
  const checking = command('check', 'every problem, and where it is');
  return hasToken
    ? [checking, command('plan', 'what a publish would do, and why')]
    : [checking, command('publish --sandbox', 'on this machine, without an account')];
}

/** How the articles get to readers, a sentence each. */
export function nextSteps({ workflows }: Choices, { inTheWay, elsewhere, recipe }: Beginning): readonly string[] {
  const has = (kind: Choices['workflows'][number]): boolean => workflows.includes(kind);
  const steps: string[] = [];
  if (inTheWay !== null) {
    steps.push(
      `${inTheWay} is another workflow, so the ones for pull requests from forks were not written: delete it and run "npx helpcentre init --workflow forks" again, or keep it.`,
    );
  }
  if (workflows.length === 0) {
    return [
      ...steps,
      'Set INTERCOM_ACCESS_TOKEN to the token of your Intercom app, and run "npx helpcentre doctor".',
      ...(recipe === null || elsewhere === null
        ? []
        : [`To publish from ${elsewhere}, take the recipe at ${recipe}. No workflow of GitHub's was written.`]),
    ];
  }
  if (elsewhere !== null)
    steps.push(
      `The workflows are GitHub's, as you asked. This repository is on ${elsewhere}, which does not run them.`,
    );
  if (has('promote')) steps.push(targets, tokens);
  else steps.push(has('staging') ? environments : secret);
  if (has('staging')) steps.push('Put the ids of the two workspaces into the workflow file, under "env".');
  if (has('import')) steps.push(pullRequests);
  if (has('part')) steps.push(approval);
  steps.push('Commit the new files and push them.');
  if (has('import')) steps.push('On GitHub, under Actions, run the import once, and merge its pull request.');
  else if (has('promote')) {
    steps.push('Open a pull request: it shows what will change on staging. The merge publishes it there.');
    steps.push('To bring what is on staging to production, run "Help centre, to production" under Actions.');
  } else if (has('pull-request') || has('forks') || has('staging')) {
    steps.push('Open a pull request: it shows what will change in Intercom. The merge publishes it.');
  }
  return steps;
}

const secret =
  'On GitHub, under Settings > Secrets and variables > Actions, add the secret INTERCOM_ACCESS_TOKEN: the token of your Intercom app.';

const environments =
  'On GitHub, under Settings > Environments, make "staging" and "production", each with its secret INTERCOM_ACCESS_TOKEN, and name who approves production.';

const targets =
  'Put the ids of the two workspaces into helpcentre.yml, under "targets". "INTERCOM_TOKEN_STAGING=… npx helpcentre doctor --target staging" says whose the token is.';

const tokens =
  'On GitHub, under Settings > Secrets and variables > Actions, add the secrets INTERCOM_TOKEN_STAGING and INTERCOM_TOKEN_PRODUCTION, and under Environments make "production" and name who approves it.';

const approval =
  'On GitHub, under Settings > Environments, make "help-centre", and name who approves a part before it is published.';

const pullRequests = 'On GitHub, under Settings > Actions > General, allow GitHub Actions to create pull requests.';
