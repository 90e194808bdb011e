import assert from 'node:assert/strict';
import { Peer, type Port } from '../../../src/platform/workers/peer';

/** Two ports that hand what is posted to one to the other, as a channel between threads does: copied, and later. */
function channel(): [Port, Port] {
  const listeners: ((message: unknown) => void)[] = [];
  const port = (own: number, other: number): Port => ({
    post: (message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => listeners[other]?.(copy));
    },
    onMessage: (listener) => void (listeners[own] = listener),
  });
  return [port(0, 1), port(1, 0)];
}

class Doubler {
  constructor(private readonly factor = 2) {}
  times(value: number): number {
    return value * this.factor;
  }
  async fail(): Promise<never> {
    throw new Error('out of order');
  }
}

describe('Peer', () => {
  it('calls methods of the other side, with their own `this`, both ways', async () => {
    const [a, b] = channel();
    const here = new Peer(a, { three: new Doubler(3) });
    const there = new Peer(b, { two: new Doubler() });
    assert.equal(await here.remote<{ two: Doubler }>().two.times(21), 42);
    assert.equal(await there.remote<{ three: Doubler }>().three.times(21), 63);
  });

  it('gives each caller its own answer', async () => {
    const [a, b] = channel();
    const { two } = new Peer(a, {}).remote<{ two: Doubler }>();
    new Peer(b, { two: new Doubler() });
    assert.deepEqual(await Promise.all([1, 2, 3].map((value) => two.times(value))), [2, 4, 6]);
  });

  it('has services that may be returned by async functions', async () => {
    const [a, b] = channel();
    new Peer(b, { two: new Doubler() });
    const remote = new Peer(a, {}).remote<{ two: Doubler }>();
    const service = async (): Promise<typeof remote.two> => remote.two;
    assert.equal(await (await service()).times(21), 42);
  });

  it('rejects when the method throws, or the channel closes', async () => {
    const [a, b] = channel();
    const here = new Peer(a, {});
    new Peer(b, { two: new Doubler() });
    const { two } = here.remote<{ two: Doubler }>();
    await assert.rejects(two.fail(), /out of order/);
    const waiting = two.times(1);
    here.close(new Error('gone'));
    await assert.rejects(waiting, /gone/);
    await assert.rejects(two.times(1), /gone/);
  });
});
