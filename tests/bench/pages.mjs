// Page latency with 20 people at once, as whole-process figures: starts the real program with the demo region, signs in
// 20 sessions, lets each ask pages in turn, prints p50 and p99 per page beside those of the smallest answer the server
// has (/gezond), measured in the same run. Usage: node tests/bench/pages.mjs BUILD_FOLDER [SECONDS]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [build, seconds = '10'] = process.argv.slice(2);
if (!build) throw new Error('usage: node tests/bench/pages.mjs BUILD_FOLDER [SECONDS]');
const people = 20;
const folder = mkdtempSync(join(tmpdir(), 'lakwerk-bench-'));

const program = spawn(join(build, 'lakwerk'), ['demo', '--data', join(folder, 'data'), '--port', '0', '--serve'], { stdio: ['ignore', 'pipe', 'ignore'] });
const port = await new Promise((resolve, reject) => {
  let said = '';
  program.stdout.on('data', (bytes) => {
    said += bytes;
    const address = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
    if (address && /Stoppen/.test(said)) resolve(Number(address[1]));
  });
  program.on('exit', () => reject(new Error('lakwerk ended')));
});

function ask(agent, path, { method = 'GET', body = '', cookie = '' } = {}) {
  return new Promise((resolve, reject) => {
    const headers = cookie ? { Cookie: cookie } : {};
    if (body) Object.assign(headers, { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) });
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function signIn(agent) {
  const form = await ask(agent, '/inloggen');
  const early = (form.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
  const fields = new URLSearchParams({ login: 'professional', password: 'demo-professional-2026' });
  for (const [, name, value] of form.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) fields.set(name, value);
  const answer = await ask(agent, '/inloggen', { method: 'POST', body: fields.toString(), cookie: early });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

const times = new Map();
async function person(agent, cookie, paths, until) {
  for (let turn = 0; Date.now() < until; ++turn) {
    const path = paths[turn % paths.length];
    const start = process.hrtime.bigint();
    const answer = await ask(agent, path, { cookie });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    times.set(path, [...(times.get(path) ?? []), took]);
  }
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
try {
  const agents = Array.from({ length: people }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const cookies = [];
  for (const agent of agents) cookies.push(await signIn(agent));
  const households = await ask(agents[0], '/huishoudens', { cookie: cookies[0] });
  const household = /href="(\/huishoudens\/[A-Za-z0-9]{20,})"/.exec(households.body)[1];
  const paths = ['/gezond', '/werkvoorraad', '/huishoudens', household];
  const until = Date.now() + Number(seconds) * 1000;
  await Promise.all(agents.map((agent, i) => person(agent, cookies[i], paths, until)));
  const small = [...times.get('/gezond')].sort((a, b) => a - b);
  let all = 0;
  for (const [path, list] of times) {
    const sorted = [...list].sort((a, b) => a - b);
    all += sorted.length;
    const shown = path.replace(/[A-Z0-9]{20,}/, '{id}');
    console.log(`${shown.padEnd(22)} p50 ${at(sorted, 0.5).toFixed(1)} ms  p99 ${at(sorted, 0.99).toFixed(1)} ms  ratio to /gezond ${(at(sorted, 0.5) / at(small, 0.5)).toFixed(1)}  n ${sorted.length}`);
  }
  console.log(`${people} people, ${(all / Number(seconds)).toFixed(0)} answers/s`);
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'));
  console.log(`peak memory of the service: ${(Number(peak[1]) / 1024).toFixed(0)} MB`);
} finally {
  program.kill('SIGTERM');
  await new Promise((resolve) => program.on('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
