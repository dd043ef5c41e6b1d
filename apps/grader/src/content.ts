import { hashOf, type QuestionBundle } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import type { Part, QueueClient, StoredData } from '@holdout/job-queue';
import { LeastRecentlyUsed } from './least-recently-used';

const BUNDLES_KEPT = 64;
/** One data set may have several megabytes. */
const DATA_KEPT = 24;

/** Bundles and data by hash, cached by least recent use. Refuses content that does not match its hash. */
export class Content {
  private readonly bundles = new LeastRecentlyUsed<QuestionBundle>(BUNDLES_KEPT);
  private readonly data = new LeastRecentlyUsed<StoredData>(DATA_KEPT);

  constructor(private readonly queue: Pick<QueueClient, 'findBundle' | 'findData'>) {}

  /** The question version with this content hash. */
  getBundle(hash: string): Promise<QuestionBundle> {
    return this.bundles.get(hash, async () => {
      const bundle = await this.queue.findBundle(hash);
      if (!bundle) throw new Error(`the question version ${hash} is not stored`);
      if (hashOf(bundle, sha256) !== hash) throw new Error(`the question version ${hash} does not match its hash`);
      return bundle;
    });
  }

  /** The public or hidden cases of a version in a scope. */
  getData(bundleHash: string, scope: string, part: Part): Promise<StoredData> {
    return this.data.get(`${bundleHash} ${part} ${scope}`, async () => {
      const data = await this.queue.findData(bundleHash, scope, part);
      if (!data) throw new Error(`the ${part} data of ${bundleHash} for ${scope} has not been made yet`);
      if (hashOf(data.content, sha256) !== data.hash)
        throw new Error(`the ${part} data of ${bundleHash} for ${scope} does not match its hash`);
      return data;
    });
  }
}
