import { Module } from '@nestjs/common';
import type { Ctx } from '../../access/context';
import { Downloads } from '../../platform/http/downloads';
import { AuditExport } from './audit-export';
import { AuditResolver } from './audit.resolver';

@Module({ providers: [AuditResolver, AuditExport] })
export class AuditModule {
  constructor(downloads: Downloads, audit: AuditExport) {
    const csv = { name: 'audit.csv', type: 'text/csv; charset=utf-8' } as const;
    downloads.add({ ...csv, open: (query, context) => audit.csv(query, context as Ctx) });
    const json = { name: 'audit.json', type: 'application/json; charset=utf-8' } as const;
    downloads.add({ ...json, open: (query, context) => audit.json(query, context as Ctx) });
  }
}
