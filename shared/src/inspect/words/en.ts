import type { ProblemWords } from './ca.ts'

export const problemsEn: ProblemWords = {
  after_window:
    '{node} is said when the person has not written for {hours} hours or more: WhatsApp no longer delivers it. Shorten the wait or remove it.',
  answer_unused: 'The answer “{name}” of {node} is used nowhere. Use it or remove the question.',
  attachment_missing: 'The attached file of {node} is missing. Upload it or remove the attachment.',
  branch_empty: 'A way out of {node} has no rule. Add one or remove it.',
  choices_as_list:
    '“{label}” in {node} has {length} characters in {language}: past {max} there are no buttons and the options are shown as a list. Shorten it if you want buttons.',
  choices_as_numbers:
    '“{label}” in {node} has {length} characters in {language}: past {max} the options are shown as numbered text that cannot be tapped. Shorten it.',
  column_lost: 'The table “{table}” has no column “{id}”, which {node} uses. Choose another one.',
  config_invalid: 'The field {field} of {node} has no valid value. Correct it.',
  default_language_missing: 'The main language ({language}) is not among the flow’s languages. Choose another one.',
  edge_end_missing: 'The exit {exit} of {node} leads to a step that no longer exists. Connect it to another step.',
  edge_exit_missing: 'A line leaves {node} by an exit that is no longer there ({exit}). Delete it.',
  edge_from_missing: 'A line leaves a step that no longer exists. Delete it.',
  edge_id_repeated: 'Two lines have the same id (“{id}”). Delete one and draw it again.',
  edge_to_canvas: 'The exit {exit} of {node} leads to a note or a frame. Connect it to a step.',
  ends_silently:
    'Some people answer and come to {node} without being told anything more. Write a goodbye or lead them to a menu.',
  exit_doubled: 'Two lines leave the exit {exit} of {node}. Keep one.',
  exit_never_taken:
    'Nobody can ever leave {node} by {exit}: another way takes them before, or its conditions cannot be met. Change it or remove it.',
  exit_unconnected: 'The exit {exit} of {node} leads nowhere. Connect it or delete it.',
  forbidden_data:
    '{node} asks for “{word}”. Identity documents and bank details are not asked for in chat: send people to the e-office or to the town hall.',
  keyword_clash: 'The word “{word}” starts {node} and {other} as well. Keep it in one of them.',
  keyword_clash_flow: 'The word “{word}” of {node} already starts the flow “{flow}”. Change it in one of them.',
  keyword_is_town_word:
    '“{word}” in {node} is already a word of the whole channel ({meaning}) and is answered before any flow. Choose another one.',
  keyword_missing: 'A way to begin in {node} has no word. Write one or remove it.',
  keyword_shadowed:
    'The word “{word}” is in {node} and in {other}, which look for it in different ways (alone, at the beginning or inside the message). Check that this is what you want.',
  keyword_shadowed_flow:
    'The word “{word}” of {node} is also in the flow “{flow}”, which looks for it in another way (alone, at the beginning or inside the message). Check that this is what you want.',
  label_repeated: 'Two options of {node} are called “{label}” in {language}. Change one.',
  limits_crossed: 'The minimum of {node} ({min}) is larger than the maximum ({max}). Correct them.',
  link_broken: 'The address of the link of {node} is not valid. It must begin with https:// and have no spaces.',
  loop_without_wait:
    'These steps go round and round and never wait for anybody: {path}. Cut the loop or put a menu, a question or a wait into it.',
  main_menu_lost: 'The main menu of this flow does not exist or is not a menu. Choose another one.',
  match_without_answer: '{node} filters the table but does not say by which answer. Choose it.',
  menu_empty: '{node} has no option. Add one.',
  menu_long:
    '{node} has {count} options: past 10 they are shown as numbered text that cannot be tapped. Divide them into two menus.',
  no_opt_out: 'This town has no word to stop receiving notices. Set it in the settings.',
  no_person:
    'This channel never leads to a person. Add a “Send to a department” step, or a telephone number or an address in a text.',
  node_id_repeated: 'More than one step has the id “{id}”. Delete one and add it again.',
  option_repeated: 'Two exits of {node} have the id “{option}”. Change one.',
  option_takes_word:
    'In {node}, the option “{option}” is understood by “{word}”, which means something else in the whole channel ({meaning}). Choose another word.',
  pattern_broken: 'The pattern of {node} is not correct. Correct it or choose another kind of answer.',
  personal_before_consent:
    '{node} asks for personal data, but people can come here without having given consent. Put a “Consent” step before it.',
  reference_lost: 'In {node}, {the_kind} “{id}” does not exist. Choose {another_kind}.',
  reference_missing: '{node} lacks {a_kind}. Choose it.',
  row_out_of_place:
    '{field} of {node} has “{variable}” in it, but columns of a table can only be put into the text of each row. Remove it.',
  rule_without_value: 'A rule of {node} does not say which value it looks at. Choose it.',
  sentence_long: 'A sentence of {node} has {words} words in {language}: “{text}”. Split it.',
  service_address: 'The address of the service of {node} is not valid. It must begin with https://.',
  service_host: '{node} asks “{host}”, which is not on the list of allowed services. Ask the administrator to add it.',
  service_without_calendar:
    '{node} books for a service whose calendar is gone. Choose one in the settings, under Appointments.',
  shares_missing: '{node} shares people among fewer than two ways. Add another one.',
  start_clash: '{node} and {other} begin with the same thing ({trigger}). Keep it in one of them.',
  start_clash_flow: '{node} begins with the same thing ({trigger}) as the flow “{flow}”. Keep it in one of them.',
  start_missing: 'The flow has no start. Add a “Start” step and connect it to the first step.',
  start_without_trigger: 'Nothing begins {node}. Add a word, the first message or a link.',
  subflow_missing:
    'The flow “{id}” that {node} runs does not exist or is not published yet. Publish it first or choose another one.',
  subflow_recursive:
    '{node} runs the flow “{flow}”, which runs this one again and would never end. Choose another flow.',
  subflow_without_start: 'The flow “{flow}” that {node} runs has no start. Add one in that flow.',
  template_filter:
    'In {field} of {node} ({language}), “{text}” asks for a format that does not exist. Insert the value again.',
  template_name: 'In {field} of {node} ({language}), “{text}” is not the name of a value. Insert the value again.',
  template_unclosed: 'In {field} of {node} ({language}), braces are not closed: “{text}”. Close or remove them.',
  text_empty: 'The field {field} of {node} is empty. Write it.',
  text_hard:
    'The text of {node} is hard to read in {language} (ease {ease} of 100). Use shorter words and shorter sentences.',
  text_missing: 'The text in {language} is missing in {field} of {node}. Write it.',
  text_partly_missing:
    'The field {field} of {node} has no text in {language}: it is shown in another language. Write it.',
  text_too_long:
    'The field {field} of {node} can reach {length} characters in {language}, and {max} is the most. Shorten it.',
  text_wordy: 'The text of {node} has {words} words in {language}. On a phone few are read: keep what matters most.',
  to_fill_in: 'Fill in “{text}” in {field} of {node} ({language}).',
  topic_missing: '{node} does not say which topic. Choose one.',
  trap: 'From {node} the conversation can never come to an end, a menu or a person. Add a way out.',
  type_unknown: '{node} is of a type (“{type}”) that this version does not know. Delete it or update Pregoner.',
  unreachable: 'No way leads to {node}. Connect an exit to it or delete it.',
  unreachable_branch:
    'No way leads to {node}, nor to the steps that follow it ({count}). Connect an exit to it or delete them.',
  variable_in_label:
    'The field {field} of {node} is shown as it is written ({language}): values in braces are not filled in. Remove them.',
  variable_maybe_unset:
    '{node} uses “{variable}”, but some ways come here without keeping it. Ask for it before or give it a default text.',
  variable_unset: '{node} uses “{variable}”, but no step before keeps it. Correct the name or add the question.',
  words_clash:
    'In {node}, “{word}” ({language}) stands for two options: “{first}” and “{second}”. Remove it from one of them.',
}
