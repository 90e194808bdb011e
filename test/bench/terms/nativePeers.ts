import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { installOnce } from '../../support/vscode/install';

/** So long each may take (ms). */
const patience = 120_000;

const pyahocorasick = `
import ahocorasick, sys, time
names = open(sys.argv[1], encoding='utf8').read().lower().split('\\n')
text = open(sys.argv[2], encoding='utf8').read().lower()
begin = time.perf_counter()
machine = ahocorasick.Automaton()
for name in names: machine.add_word(name, name)
machine.make_automaton()
built = time.perf_counter()
count = sum(1 for _ in machine.iter(text))
print('compile: %.3g s' % (built - begin))
print('scan: %.3g MB/s' % (len(text) / 1e6 / (time.perf_counter() - built)))
`;

const rustManifest = '[package]\nname = "peer"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\naho-corasick = "=1.1.3"\n[profile.release]\nopt-level = 3\n';
const rustMain = `
use aho_corasick::{AhoCorasick, MatchKind};
use std::{env, fs, time::Instant};
fn main() {
    let args: Vec<String> = env::args().collect();
    let names = fs::read_to_string(&args[1]).unwrap();
    let text = fs::read_to_string(&args[2]).unwrap();
    let names: Vec<&str> = names.split('\\n').collect();
    let begin = Instant::now();
    let machine = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(&names).unwrap();
    println!("compile: {:.3} s", begin.elapsed().as_secs_f64());
    println!("memory: {:.0} MB", machine.memory_usage() as f64 / 1e6);
    let begin = Instant::now();
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut at = 0;
    while let Some(found) = machine.find(aho_corasick::Input::new(&text).range(at..)) {
        let left = found.start() == 0 || !bytes[found.start() - 1].is_ascii_alphanumeric();
        let right = found.end() == bytes.len() || !bytes[found.end()].is_ascii_alphanumeric();
        if left && right { count += 1; at = found.end(); } else { at = found.start() + 1; while !text.is_char_boundary(at) { at += 1; } }
    }
    println!("scan: {:.3} MB/s", text.len() as f64 / 1e6 / begin.elapsed().as_secs_f64());
    println!("found: {} names", count);
}
`;

/** Measures the native peers that are installed; says of each that is not. */
export async function compareNativePeers(names: readonly string[], text: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'casebook-peers-'));
  const [namesFile, textFile] = ['names', 'text'].map((name) => path.join(folder, name)) as [string, string];
  writeFileSync(namesFile, names.filter((name) => name !== '').join('\n'));
  writeFileSync(textFile, text);
  const what = (name: string) => `${name}, ${names.length} names`;
  if (!has('python3', ['-c', 'import ahocorasick'])) console.log('pyahocorasick: not installed');
  else measure(what('pyahocorasick'), 'python3', ['-c', pyahocorasick, namesFile, textFile]);
  if (!has('rg', ['--version'])) console.log('ripgrep: not installed');
  else {
    const begin = performance.now();
    const { status } = spawnSync('rg', ['-F', '-o', '-i', '-c', '-f', namesFile, textFile], { timeout: patience });
    console.log(status === 0 ? `${what('ripgrep')}: compile and scan: ${((performance.now() - begin) / 1000).toPrecision(3)} s` : `${what('ripgrep')}: gave up`);
  }
  const rust = has('cargo', ['--version']) ? await rustPeer() : undefined;
  if (rust === undefined) console.log("Rust's aho-corasick: not installed");
  else measure(what("Rust's aho-corasick"), rust, [namesFile, textFile]);
  rmSync(folder, { recursive: true });
}

async function rustPeer(): Promise<string | undefined> {
  try {
    const home = await installOnce(path.join('peers', 'rust-aho-corasick'), (draft) => {
      mkdirSync(path.join(draft, 'src'), { recursive: true });
      writeFileSync(path.join(draft, 'Cargo.toml'), rustManifest);
      writeFileSync(path.join(draft, 'src', 'main.rs'), rustMain);
      const { status } = spawnSync('cargo', ['build', '--release', '--quiet'], { cwd: draft, timeout: patience });
      return status === 0 ? Promise.resolve() : Promise.reject(new Error('cargo could not build it'));
    });
    return path.join(home, 'target', 'release', 'peer');
  } catch {
    return undefined;
  }
}

function has(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { timeout: 10_000 }).status === 0;
}

function measure(what: string, command: string, args: readonly string[]): void {
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8', timeout: patience });
  if (status !== 0) console.log(`${what}: gave up`);
  else for (const line of stdout.trim().split('\n')) console.log(`${what}: ${line}`);
}
