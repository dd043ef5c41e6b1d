import { Module } from '@nestjs/common';
import { BankLoader } from './bank-loader';
import { BankPreview } from './bank-preview';
import { BankStart } from './bank-start';
import { Preparation } from './preparation';
import { PreviewDraw } from './preview-draw';
import { QuestionBankResolver } from './question-bank.resolver';
import { QuestionBankService } from './question-bank.service';

@Module({
  providers: [QuestionBankResolver, QuestionBankService, BankLoader, BankStart, BankPreview, Preparation, PreviewDraw],
  exports: [QuestionBankService, Preparation, PreviewDraw],
})
export class QuestionBankModule {}
