# bash completion for diarium
_diarium() {
  local word=${COMP_WORDS[COMP_CWORD]} command='' i
  local commands='ingest search show export status retry reextract verify backup restore forget doctor
    evaluate config rules'
  for ((i = 1; i < COMP_CWORD; i++)); do
    case " $commands " in *[[:space:]]"${COMP_WORDS[i]}"[[:space:]]*) command=${COMP_WORDS[i]} ;; esac
  done
  local options='--help --db --config --json'
  case $command in
    '') COMPREPLY=($(compgen -W "$commands $options --version" -- "$word")); return ;;
    ingest) options+=' --until --watch --jobs --ocr --lang --rules --trace' ;;
    retry) options+=' --reason --jobs --ocr --lang --rules --trace' ;;
    reextract) options+=' --only --rules --trace' ;;
    search) options+=' --kind --body --party --from --to --limit --format' ;;
    export) options+=' --kind --format --out' ;;
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
