import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import net from 'node:net';
import type { Host } from '../model/host.ts';
import { proxiesIn } from '../net/proxies-in.ts';
import { questionOf } from './asked-again.ts';
import type { Notes } from './notes.ts';

/** undici, and with it `fetch`, tells of every request here. */
const everyRequest = 'undici:request:create';

/** Notes what is asked over the network. */
export interface NetworkWatch {
  /** To be told of every answer that may be asked for again. */
  readonly hears: NonNullable<Host['hears']>;
  /** Stops noting. */
  stop(): void;
}

/**
 * Notes what is asked of Intercom, so that it can be asked again. Whatever else goes over the network, an answer that
 * did not come whole, and any question behind a proxy cannot.
 */
export function watchNetwork(notes: Notes, env: Host['env']): NetworkWatch {
  let sent = 0;
  let heard = 0;
  const count = (): void => {
    sent += 1;
  };
  subscribe(everyRequest, count);
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = new Proxy(connect, {
    apply(target, self, args: unknown[]) {
      // A connection of its own, and not for a request that is counted.
      if (sent === 0) notes.spoil('the network');
      return Reflect.apply(target, self, args);
    },
  });
  return {
    hears(answer) {
      heard += 1;
      const question = hasProxy(env) ? null : questionOf(answer, env);
      if (question === null) notes.spoil(`${answer.method} ${answer.url}`);
      else notes.asked(question);
    },
    stop() {
      unsubscribe(everyRequest, count);
      net.Socket.prototype.connect = connect;
      if (heard !== sent) notes.spoil('a request that was not heard of');
    },
  };
}

function hasProxy(env: Host['env']): boolean {
  const { httpProxy, httpsProxy } = proxiesIn(env);
  return httpProxy !== '' || httpsProxy !== '';
}
