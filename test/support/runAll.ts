import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as readline from 'node:readline';
import { CannotRun } from './cannotRun';
import { outFolder, root } from './paths';
import { Tally } from './results/tally';
import { runMain } from './runMain';
import { type Stage, stages } from './stages';
import { ownGroup, stopGroup } from './vscode/processTree';

/** Runs all stages in order, or those named on the command line; the last line it prints is the sum of all results. */
async function runAll(): Promise<number> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) throw new CannotRun(`No such stage: ${unknown.join(', ')}. There are ${stages.map(({ name }) => name).join(', ')}`);
  fs.rmSync(outFolder, { recursive: true, force: true });
  const total = new Tally();
  for (const stage of stages) {
    if (names.length > 0 ? !names.includes(stage.name) : stage.onRequest) continue;
    const tally = await run(stage);
    total.add(tally);
    if (stage.needed && tally.failed > 0) {
      console.log(`\nStopped: what follows would run without ${stage.name}.`);
      break;
    }
  }
  console.log(`\n${total}`);
  return total.failed === 0 ? 0 : 1;
}

async function run(stage: Stage): Promise<Tally> {
  const start = Date.now();
  console.log(`\n${stage.title}`);
  const tally = new Tally();
  const outcome = stage.results === 'lines' ? await runLines(stage, tally) : await runWhole(stage, tally);
  if (stage.again) await runFailedAgain(stage, tally);
  if (tally.failed > 0) showLogs(stage);
  console.log(`  ${tally} in ${((Date.now() - start) / 1000).toFixed(1)} s${outcome === 'exit code 0' ? '' : `, ${outcome}`}`);
  return tally;
}

/** A runner that prints a line for each test. */
async function runLines(stage: Stage, tally: Tally): Promise<string> {
  const outcome = await start(stage, (line) => tally.take(line));
  tally.close(stage.title, outcome);
  return outcome;
}

/**
 * Runs each suite with a failed test once more, alone and in a new window: a machine that does much else fails tests that
 * nothing is wrong with. What passes only now is told, since it may also be a fault that shows at times; where many
 * suites failed something is broken, and nothing runs again.
 */
async function runFailedAgain(stage: Stage, tally: Tally): Promise<void> {
  const suites = tally.failedSuites;
  if (suites.length > mostAgain || suites.includes(stage.title)) return;
  for (const suite of suites) {
    console.log(`\n  ${suite}, once more`);
    const again = new Tally();
    again.close(stage.title, await start(stage, (line) => again.take(line), { CASEBOOK_GREP: suite }));
    if (again.failed > 0 || again.passed === 0) continue;
    console.log(`  UNSTEADY: ${suite} passed only when it ran again.`);
    tally.replace(suite, again);
  }
}

const mostAgain = 3;

/** A tool that either succeeds or fails, and counts as one test. */
async function runWhole(stage: Stage, tally: Tally): Promise<string> {
  const lines: string[] = [];
  const outcome = await start(stage, (line) => lines.push(line));
  tally.count(outcome === 'exit code 0' ? { event: 'passed', title: stage.name, ms: 0 } : { event: 'failed', title: stage.name, error: lines.join('\n') });
  return outcome;
}

/** Runs the stage's command to its end, or to its time limit, and says how it ended. */
function start(stage: Stage, onLine: (line: string) => void, env: Readonly<Record<string, string>> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, stage.command, { cwd: root, env: { ...process.env, ...env }, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    ownGroup(child);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      void stopGroup(child);
    }, stage.limitMs);
    for (const input of [child.stdout, child.stderr]) readline.createInterface({ input }).on('line', onLine);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve(late ? `stopped after ${stage.limitMs / 1000} s` : signal ? `signal ${signal}` : `exit code ${code}`);
    });
  });
}

/** Where a test failed in a VS Code, its console often knows more. */
function showLogs(stage: Stage): void {
  const folder = path.join(outFolder, 'logs');
  for (const log of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    if (stage.logs && log.startsWith(stage.logs)) console.log(`  See ${path.relative(root, path.join(folder, log))}`);
  }
}

runMain(runAll);
