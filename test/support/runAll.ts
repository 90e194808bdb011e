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

/** A tool that either succeeds or fails, and counts as one test. */
async function runWhole(stage: Stage, tally: Tally): Promise<string> {
  const lines: string[] = [];
  const outcome = await start(stage, (line) => lines.push(line));
  tally.count(outcome === 'exit code 0' ? { event: 'passed', title: stage.name, ms: 0 } : { event: 'failed', title: stage.name, error: lines.join('\n') });
  return outcome;
}

/** Runs the stage's command to its end, or to its time limit, and says how it ended. */
function start(stage: Stage, onLine: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, stage.command, { cwd: root, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
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
