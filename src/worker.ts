import { localFiles, ownFiles, parent } from '#workerPort';
import type { Http, OwnFiles, PackedAssets } from './core/ports';
import { createWork } from './core/work';
import { hostClock } from './platform/http/hostClock';
import { Peer } from './platform/workers/peer';

// The worker serves the core's heavy work, and asks the extension host for the data that ships with Casebook, and for the web.
const services = {};
const host = new Peer(parent(), services).remote<{ assets: PackedAssets; http: Http; ownFiles: OwnFiles }>();
const session = Math.random().toString(36).slice(2, 12);
Object.assign(services, createWork(host.assets, localFiles, { files: ownFiles(host.ownFiles), http: host.http, clock: hostClock, session }));
