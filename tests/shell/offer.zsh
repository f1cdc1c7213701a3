# Prints what zsh offers at the end of each line of its input: a word a line,
# after that line and a tab.
# usage: zsh -f offer.zsh DIRECTORY, which holds the function _backcare
zmodload zsh/zpty
out=$(mktemp) || exit 1

# Waits until the other zsh has said so, and takes all that it has drawn.
await() {
	local drawn
	zpty -r -m inner drawn "*$1*" && return
	print -u2 "offer.zsh: waited for $1 in vain"
	exit 1
}

zpty inner zsh -f -i
zpty -w inner "out=${(q)out} fpath=(${(q)1} \$fpath)"
zpty -w inner 'autoload -Uz compinit && compinit -u -D
compadd() {
	local -a got
	if [[ -z ${argv[(r)-(O|A|D)]} ]]; then
		builtin compadd -A got "$@"
		print -lr -- $got >>$out
	fi
	builtin compadd "$@"
}
offer() {
	zle complete-word
	zle kill-whole-line
	print -n DO""NE >$TTY
}
zle -N offer
bindkey "^T" offer
stty rows 50 columns 200
print READ""Y'
await READY
while IFS= read -r line; do
	: >$out
	zpty -w -n inner "backcare $line"$'\C-t'
	await DONE
	sed "s/ *\$//; /./!d; s|^|$line	|" $out
done
zpty -d inner
rm -f $out
