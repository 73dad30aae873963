import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The software bill of materials of a bundle, as CycloneDX 1.6: every package that is in it, with the hash by which the
 * lock knows it. `npm sbom` would list what is installed; what is shipped are the packages in the bundle, all of them
 * devDependencies. Equal inputs make equal text, so it names no time and no serial number.
 *
 * @param packages what `bundledPackages` found
 * @param root folder of the project
 */
export async function sbom(packages, root = '.') {
  const { packages: locked } = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const seen = new Set();
  const components = packages.flatMap((one) => {
    const component = componentOf(one, locked[one.folder]?.integrity);
    if (seen.has(component['bom-ref'])) return [];
    seen.add(component['bom-ref']);
    return [component];
  });
  const self = `pkg:npm/${own.name}@${own.version}`;
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': self,
        name: own.name,
        version: own.version,
        licenses: [{ license: { id: own.license } }],
        purl: self,
      },
    },
    components,
    dependencies: [{ ref: self, dependsOn: components.map((one) => one['bom-ref']) }],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function componentOf({ name, version, license }, integrity) {
  // A scope's sign is escaped in a package URL.
  const purl = `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name: bare,
    version,
    ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
    licenses: [/ (?:OR|AND|WITH) /.test(license) ? { expression: license } : { license: { id: license } }],
    purl,
  };
}

/** `sha512-` and base64, as npm writes it, in the hexadecimal of CycloneDX. */
function hashOf(integrity) {
  const [, base64] = /^sha512-(\S+)/.exec(integrity) ?? [];
  if (base64 === undefined) throw new Error(`Not a hash that npm writes today: ${integrity}`);
  return { alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') };
}
