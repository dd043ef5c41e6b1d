import type { Language as BankLanguage } from '@holdout/bank';
import { type CodeCheckRow, type CoverageCountRow, CoverageRepository, Database } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import type { CodeCheck, Coverage, CoverageCount } from '../../generated/resolvers';
import { kindView } from '../question-bank/kind-names';
import { languageView } from '../question-bank/languages';

/** Coverage of the public bank, computed on each request. */
@Injectable()
export class CoverageService {
  constructor(private readonly db: Database) {}

  read(): Promise<Coverage> {
    return this.db.heavyRead((tx) => this.readFrom(tx.repo(CoverageRepository)));
  }

  private async readFrom(coverage: CoverageRepository): Promise<Coverage> {
    const counts = await coverage.listCounts();
    const domains = await this.listDomains(coverage);
    const checks = await coverage.listCodeChecks();
    const bySkill = Map.groupBy(counts, (row) => row.skillId);
    const whole = (bySkill.get(null) ?? []).map(countView);
    return {
      questionCount: whole.reduce((sum, { questionCount }) => sum + questionCount, 0),
      counts: whole,
      domains: domains.map(({ skills, ...domain }) => ({
        ...domain,
        skills: skills.map((skill) => ({ skill, counts: (bySkill.get(skill.id) ?? []).map(countView) })),
      })),
      codeChecks: checks.map(checkView),
    };
  }

  private async listDomains(coverage: CoverageRepository) {
    const skills = await coverage.listSkills();
    const totals = await coverage.listDomainCounts();
    const counts = new Map(totals.map(({ domainId, questionCount }) => [domainId, questionCount]));
    return [...Map.groupBy(skills, (skill) => skill.domainId)].map(([id, ofDomain]) => {
      const name = ofDomain[0]?.domainName ?? id;
      const named = ofDomain.map((skill) => ({ id: skill.id, name: skill.name, domain: name }));
      return { name, questionCount: counts.get(id) ?? 0, skills: named };
    });
  }
}

function countView({ kind, level, questionCount }: CoverageCountRow): CoverageCount {
  return { kind: kindView(kind), level, questionCount };
}

function checkView({ slug, title, language, planted, caught, waived }: CodeCheckRow): CodeCheck {
  const isChecked = planted !== null && caught !== null && waived !== null;
  return {
    slug,
    title,
    language: languageView(language as BankLanguage),
    faults: isChecked ? { planted, caught, waived } : null,
  };
}
