import { describe, expect, it, test } from 'vitest';
import { connectorIn } from '../../src/config/connector.ts';
import { parseConfiguration } from '../../src/config/settings.ts';

test.each([
  ['---\nmanaged_folder: intercom\nlocales:\n- fr\n', { content: 'intercom', locale: 'fr' }],
  ['---\nmanaged_folder: ./a/b/\nlocales: [xx, en-us]\n---\n', { content: 'a/b', locale: 'en' }],
  ['managed_folder: .\n', { content: null, locale: null }],
  ['- a\n', { content: null, locale: null }],
  ['a: [', { content: null, locale: null }],
])('the file of the connector says %j', (text, said) => {
  expect(connectorIn(text)).toEqual(said);
});

describe('layout: intercom-sync', () => {
  const parsed = (text: string) =>
    parseConfiguration(text, 'helpcentre.yml', '/a', undefined, { content: 'intercom', locale: 'fr' });

  it('has folder and language of the connector, where the configuration names none', () => {
    expect(parsed('layout: intercom-sync')).toMatchObject({ settings: { content: 'intercom', locale: 'fr' } });
    expect(parsed('layout: intercom-sync\ncontent: docs\nlocale: en')).toMatchObject({
      settings: { content: 'docs', locale: 'en' },
    });
    expect(parsed('')).toMatchObject({ settings: { layout: 'files', content: 'content', locale: 'en' } });
  });

  it.each(['managed_folder: ../out', 'managed_folder: /etc'])('leads nowhere out of the repository: %s', (text) => {
    const result = parseConfiguration('layout: intercom-sync', 'a.yml', '/a', undefined, connectorIn(text));
    expect(result).toMatchObject(text.endsWith('etc') ? { settings: { content: 'etc' } } : { ok: false });
  });
});
