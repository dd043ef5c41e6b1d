import { CodeEditor, type LineMark } from '@holdout/code-editor';
import { Text } from '@mantine/core';
import { VersionStrip } from '../../answering/versions/version-strip';
import { useMessages } from '../../messages/messages';
import { EDITOR_LANGUAGES } from '../../platform/editor-languages';
import styles from '../code.module.css';
import { AnswerBar, type AnswerBarProps } from './answer-bar';
import { EditorHead, type EditorHeadProps } from './editor-head';
import { showCode } from './code-version';

type Props = EditorHeadProps &
  AnswerBarProps & {
    readonly isPlain: boolean;
    readonly marks: readonly LineMark[];
  };

/** The editor with its toolbars: language, starter, saving, Run and Submit. */
export function CodeField({ isPlain, marks, content, plain, ...bar }: Props) {
  const words = useMessages().question.code;
  const { code, isFixed } = bar;
  return (
    <>
      <EditorHead code={code} content={content} isFixed={isFixed} plain={plain} />
      {isFixed ? null : (
        <div className={styles['strip']}>
          <VersionStrip state={code.state} show={showCode} />
        </div>
      )}
      <div className={styles['editor']}>
        <CodeEditor
          key={code.language}
          isPlain={isPlain}
          label={words.editor(words.languages[code.language])}
          language={EDITOR_LANGUAGES[code.runtime]}
          initial={code.source}
          onChange={code.type}
          onLeave={() => code.saver.saveNow()}
          marks={marks}
          isReadOnly={isFixed}
          handle={code.editor}
        />
      </div>
      {isPlain ? null : (
        <Text size="xs" c="dimmed" px="md">
          {words.leave}
        </Text>
      )}
      <AnswerBar {...bar} />
    </>
  );
}
