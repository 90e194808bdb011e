import { localFiles, parent } from '#workerPort';
import type { Assets } from './core/ports';
import { createWork } from './core/work';
import { Peer } from './platform/workers/peer';

// The worker serves the core's heavy work, and asks the extension host for the data that ships with Casebook.
const services = {};
const host = new Peer(parent(), services).remote<{ assets: Assets }>();
Object.assign(services, createWork(host.assets, localFiles));
