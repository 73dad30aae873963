import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import { scalar } from '../scalar.ts';
import { noPermissions, ownStep, publishConcurrency, stepsBefore, stepsBeforeLinks, tokenInput } from './parts.ts';

/** Looks every working day for edits made in Intercom, and for links that lead nowhere: an issue about each kind. */
export function scheduleWorkflow(choices: Choices): readonly NewFile[] {
  const { stem, title } = namingOf(choices);
  const text = `name: ${scalar(`${title}, edits in Intercom`)}

on:
  schedule:
    - cron: '23 5 * * 1-5' # UTC
  workflow_dispatch:

${noPermissions}

jobs:
  drift:
    runs-on: ubuntu-latest
    permissions:
      contents: read # the checkout
      issues: write # the one issue about edits made in Intercom
${publishConcurrency(`${stem}-drift`).replace('Merges', 'Runs')}
    steps:
${stepsBefore(choices)}
${ownStep(choices, { run: 'drift', ...tokenInput })}

  links:
    runs-on: ubuntu-latest
    permissions:
      contents: read # the checkout
      issues: write # the one issue about links that lead nowhere
${publishConcurrency(`${stem}-links`).replace('Merges', 'Runs')}
    steps:
${stepsBeforeLinks(choices)}
${ownStep(choices, { run: 'links' })}
`;
  return [{ path: `.github/workflows/${stem}-drift.yml`, text }];
}
