import type { Choices } from './choices.ts';

/** What was found and made, as far as the next steps depend on it. */
export interface Beginning {
  /** Whether there is an article to look at. */
  readonly firstArticle: boolean;
  /** A workflow file that already exists and keeps one that was chosen from working. */
  readonly inTheWay: string | null;
}

/** What a person does next, a sentence each. */
export function nextSteps({ workflows }: Choices, { firstArticle, inTheWay }: Beginning): readonly string[] {
  const has = (kind: Choices['workflows'][number]): boolean => workflows.includes(kind);
  const steps: string[] = [];
  if (inTheWay !== null) {
    steps.push(
      `${inTheWay} is another workflow, so the ones for pull requests from forks were not written: delete it and run "npx helpcentre init --workflow forks" again, or keep it.`,
    );
  }
  if (firstArticle) {
    steps.push('Run "npx helpcentre check": it shows every problem and where it is.');
    steps.push(
      'Run "npx helpcentre publish --sandbox": it publishes to a workspace on this machine, without an account.',
    );
  }
  if (workflows.length === 0) {
    return [...steps, 'Set INTERCOM_ACCESS_TOKEN to the token of your Intercom app, and run "npx helpcentre doctor".'];
  }
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
