import { Module } from '@nestjs/common';
import { BankLoader } from './bank-loader';
import { BankPreview } from './bank-preview';
import { BankStart } from './bank-start';
import { Preparation } from './preparation';
import { PreviewDraw } from './preview-draw';
import { BankReader } from './bank-reader';
import { BankUploads } from './bank-uploads';
import { QuestionPublication } from './question-publication';
import { QuestionPublicationResolver } from './question-publication.resolver';
import { QuestionBankResolver } from './question-bank.resolver';
import { QuestionBankService } from './question-bank.service';

@Module({
  providers: [
    QuestionBankResolver,
    QuestionBankService,
    BankLoader,
    BankReader,
    BankStart,
    BankUploads,
    BankPreview,
    Preparation,
    PreviewDraw,
    QuestionPublication,
    QuestionPublicationResolver,
  ],
  exports: [QuestionBankService, Preparation, PreviewDraw],
})
export class QuestionBankModule {}
