// Makes the pages' CSS and script folder: NL Design System component CSS and the tokens it uses, our own files, and the
// licence texts. Usage: node build.mjs TARGET_FOLDER. The service puts a hash in each name when it serves them.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = dirname(fileURLToPath(import.meta.url));
const root = join(own, '..', '..');
const modules = join(root, 'node_modules');
const target = process.argv[2];
if (!target) throw new Error('usage: node build.mjs TARGET_FOLDER');

const dependencies = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies);
const tokenPackage = dependencies.find((name) => name.endsWith('design-tokens'));
const components = dependencies.filter((name) => name.startsWith('@utrecht/'));

const componentCss = components
  .map((name) => `/* ${name} · EUPL-1.2, see licences.txt */\n${readFileSync(join(modules, name, 'dist', 'index.min.css'), 'utf8')}`)
  .join('\n')
  .replace(/@charset[^;]*;/g, '');
const ownCss = readdirSync(own).filter((name) => name.endsWith('.css')).map((name) => readFileSync(join(own, name), 'utf8')).join('\n');

// Of the token set only what the components and our own files lead to.
const tokens = new Map();
for (const line of readFileSync(join(modules, tokenPackage, 'dist', 'theme.css'), 'utf8').split('\n')) {
  const match = /^\s*(--[a-z0-9-]+):\s*([^;]+);/i.exec(line);
  if (match) tokens.set(match[1], match[2]);
}
const used = new Set();
function follow(text) {
  for (const [, name] of text.matchAll(/var\(\s*(--[a-z0-9-]+)/gi)) {
    if (used.has(name) || !tokens.has(name)) continue;
    used.add(name);
    follow(tokens.get(name));
  }
}
follow(componentCss);
follow(ownCss);
const tokenCss = [...used].sort().map((name) => `  ${name}: ${tokens.get(name)};`).join('\n');

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
writeFileSync(
  join(target, 'nl-design-system.css'),
  `/* ${tokenPackage} · EUPL-1.2, see licences.txt */\n.voorbeeld-theme {\n${tokenCss}\n}\n${componentCss}`,
);
// One licence text for all packages that share it.
const packagesByLicence = new Map();
for (const name of [tokenPackage, ...components]) {
  const text = readFileSync(join(modules, name, 'LICENSE.md'), 'utf8');
  const { version } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
  packagesByLicence.set(text, [...(packagesByLicence.get(text) ?? []), `${name} ${version}`]);
}
writeFileSync(
  join(target, 'licences.txt'),
  [...packagesByLicence].map(([text, names]) => `${names.join('\n')}\n\n${text}`).join('\n\n----------------------------------------\n\n'),
);
for (const name of readdirSync(own)) if (/\.(css|js|svg)$/.test(name)) copyFileSync(join(own, name), join(target, name));
