import { describe, expect, test } from 'vitest';
import { meantAnchor, meantPath } from '../../src/text/meant.ts';

describe('the file that a path was meant to be', () => {
  const paths = [
    'billing/pay.md',
    'billing/refunds.md',
    'start/index.md',
    'img/step-1.png',
    'other/index.md',
    'Café.md',
  ];
  test.each([
    ['Billing/Pay.md', 'billing/pay.md', true],
    ['billing/pay', 'billing/pay.md', true],
    ['billing/pay.html', 'billing/pay.md', true],
    ['start', 'start/index.md', true],
    ['guide/billing/pay.md', 'billing/pay.md', true],
    ['Cafe\u0301.md', 'Café.md', true],
    ['billing/refund.md', 'billing/refunds.md', false],
  ])('"%s" is %s (sure: %s)', (path, name, isSure) => {
    expect(meantPath(path, paths)).toEqual({ name, isSure });
  });

  test.each(['pay.md', 'account/pay.md', 'index.md', 'img/step-2.png', 'nothing.md', ''])('"%s" is none', (path) => {
    expect(meantPath(path, paths)).toBeNull();
  });

  test('is not sure where two are like it', () => {
    expect(meantPath('x/a/b.md', ['one/a/b.md', 'two/a/b.md'])).toEqual({ name: 'one/a/b.md', isSure: false });
  });
});

describe('the heading that an anchor was meant to be', () => {
  const slugs = ['first-steps', 'über-uns', 'version-1'];
  test.each([
    ['First_Steps', 'first-steps', true],
    ['uber-uns', 'über-uns', true],
    ['first-step', 'first-steps', false],
  ])('"%s" is %s (sure: %s)', (anchor, name, isSure) => {
    expect(meantAnchor(anchor, slugs)).toEqual({ name, isSure });
  });

  test('is none where only the number differs', () => {
    expect(meantAnchor('version-2', slugs)).toBeNull();
  });
});
