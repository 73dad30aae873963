import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import { pins } from '../pins.ts';
import { scalar } from '../scalar.ts';
import { noPermissions, ownStep, planAndPublish, planConcurrency, stepsBefore, tokenInput } from './parts.ts';
import { publishJob } from './pull-request.ts';

/** Name of the file that the Action leaves for the second workflow. */
const commentFile = 'helpcentre-comment.json';

/**
 * Two workflows: what looks at a pull request's files may write nothing, and what may write looks at no file of it.
 */
export function forksWorkflows(choices: Choices): readonly NewFile[] {
  const { stem } = namingOf(choices);
  const main = planAndPublish(choices, jobs(choices));
  return [main, { path: `.github/workflows/${stem}-comment.yml`, text: posting(choices), needs: main.path }];
}

function jobs(choices: Choices): string {
  const { stem } = namingOf(choices);
  return `  # This job reads files that anybody may have written, so it may write nothing. A pull request from a fork gets no
  # secret: its plan is made from the lockfile alone.
  plan:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read # the checkout
      pull-requests: read # what the pull request changes
${planConcurrency(stem)}
    steps:
${stepsBefore(choices)}
${ownStep(choices, { ...tokenInput, comment: 'false' }, 'plan')}
      # Also when the check found errors: the comment says them.
      - if: \${{ !cancelled() && steps.plan.outputs.comment-file }}
        uses: ${pins.uploadArtifact}
        with:
          name: ${stem}-comment
          path: \${{ steps.plan.outputs.comment-file }}
          if-no-files-found: error
          retention-days: 1

${publishJob(choices)}`;
}

function posting(choices: Choices): string {
  const { stem, title } = namingOf(choices);
  return `name: ${scalar(`${title}, comment`)}

on:
  workflow_run:
    workflows:
      - ${scalar(title)}
    types: [completed]

${noPermissions}

jobs:
  # This job may write comments, so it checks nothing out and runs nothing of the pull request. What the other workflow
  # left is text to it, and not trusted.
  comment:
    if: >-
      github.event.workflow_run.event == 'pull_request' &&
      contains(fromJSON('["success", "failure"]'), github.event.workflow_run.conclusion)
    runs-on: ubuntu-latest
    permissions:
      actions: read # the artifact of the other workflow
      pull-requests: write # the comment with the plan
    steps:
      - uses: ${pins.downloadArtifact}
        with:
          name: ${stem}-comment
          path: comment
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
${ownStep({ ...choices, folder: '.' }, { run: 'comment', ...named(choices), 'comment-file': `comment/${commentFile}` })}
`;
}

function named(choices: Choices): Readonly<Record<string, string>> {
  const { name } = namingOf(choices);
  return name === '' ? {} : { name };
}
