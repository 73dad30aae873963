import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import { pins } from '../pins.ts';
import { scalar } from '../scalar.ts';
import {
  expression,
  noPermissions,
  ownStep,
  planAndPublish,
  planConcurrency,
  publishConcurrency,
  publishPermissions,
  stepsBefore,
} from './parts.ts';

const staging = { target: 'staging', token: expression('secrets.INTERCOM_TOKEN_STAGING') };
const promoted = { target: 'production', promote: 'staging', token: expression('secrets.INTERCOM_TOKEN_PRODUCTION') };

/**
 * A merge is published to one target of the configuration. From there it is promoted to another by hand: exactly what is
 * on the first, after somebody approved that plan.
 */
export function promoteWorkflows(choices: Choices): readonly NewFile[] {
  return [planAndPublish(choices, jobs(choices)), promoteWorkflow(choices)];
}

function jobs(choices: Choices): string {
  const { stem } = namingOf(choices);
  return `  plan:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read # the checkout
      pull-requests: write # the comment with the plan
${planConcurrency(stem)}
    steps:
${stepsBefore(choices)}
${ownStep(choices, staging)}

  staging:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
${publishPermissions}
${publishConcurrency(`${stem}-publish`)}
    steps:
${stepsBefore(choices)}
${ownStep(choices, staging)}
`;
}

function promoteWorkflow(choices: Choices): NewFile {
  const { stem, title } = namingOf(choices);
  const text = `name: ${scalar(`${title}, to production`)}

on: workflow_dispatch

${noPermissions}

jobs:
  plan:
    runs-on: ubuntu-latest
    permissions:
      contents: read # the checkout
    steps:
${stepsBefore(choices)}
${ownStep(choices, { run: 'plan', ...promoted }, 'plan')}
      # What is not on staging as it is here is held back: the rest of the plan is there to approve all the same.
      - uses: ${pins.uploadArtifact}
        with:
          name: ${stem}-plan
          path: ${expression('steps.plan.outputs.plan')}
          if-no-files-found: error
          retention-days: 5

  production:
    needs: plan
    runs-on: ubuntu-latest
    # Whoever has to approve is named in the settings of this environment.
    environment: production
${publishPermissions}
    # It waits for a publish to staging that is under way: both write the lockfile.
    concurrency:
      group: ${stem}-publish
      cancel-in-progress: false
    steps:
${stepsBefore(choices)}
      - uses: ${pins.downloadArtifact}
        with:
          name: ${stem}-plan
          path: ${expression('runner.temp')}/plan
${ownStep(choices, { run: 'publish', ...promoted, plan: `${expression('runner.temp')}/plan/plan.json` })}
`;
  return { path: `.github/workflows/${stem}-promote.yml`, text };
}
