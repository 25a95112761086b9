# bash completion for diarium
_diarium() {
  local word=${COMP_WORDS[COMP_CWORD]} command='' i
  local commands='ingest search show export status retry reextract verify backup restore forget doctor
    evaluate config rules'
  for ((i = 1; i < COMP_CWORD; i++)); do
    case " $commands " in *[[:space:]]"${COMP_WORDS[i]}"[[:space:]]*) command=${COMP_WORDS[i]} ;; esac
  done
  local options='--help --db --config --json' values=''
  case ${COMP_WORDS[COMP_CWORD-1]} in
    --ocr) values='auto always never' ;;
    --reason) values='unreadable empty unsupported damaged encrypted too_large timeout out_of_memory
      crashed forbidden changed no_text internal' ;;
    --sort) values='relevance date' ;;
    --format) [[ $command == search ]] && values='text jsonl csv' ||
      values='jsonl csv sqlite text alto iiif akn pdf' ;;
  esac
  if [[ -n $values ]]; then COMPREPLY=($(compgen -W "$values" -- "$word")); return; fi
  case $command in
    '') COMPREPLY=($(compgen -W "$commands $options --version" -- "$word")); return ;;
    ingest) options+=' --until --watch --jobs --ocr --lang --rules --trace' ;;
    retry) options+=' --reason --jobs --ocr --lang --rules --trace' ;;
    reextract) options+=' --only --rules --trace' ;;
    search) options+=' --kind --body --party --from --to --limit --format --unmask --sort --after --facets
      --trail --explain --batch' ;;
    show) options+=' --unmask' ;;
    export) options+=' --kind --format --out --excel --base-url --since --unmask' ;;
    verify) options+=' --sample' ;;
    forget) options+=' --allow-return' ;;
    evaluate) options+=' --self-test' ;;
    rules) options+=' --rules' ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _diarium diarium
