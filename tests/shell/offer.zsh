# Prints what zsh offers at the end of each line of its input: a word a line,
# after that line and a tab.
# usage: zsh -f offer.zsh DIRECTORY, which holds the function _backcare
zmodload zsh/zpty
out=$(mktemp) || exit 1

# Waits until the other zsh has said something, which can take it a while; what
# it draws has to be read, or it would stop.
await() {
	local drawn
	repeat 600; do
		while zpty -r -t inner drawn; do :; done
		grep -q $1 $out && return
		sleep .05
	done
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
	print DONE >>$out
}
zle -N offer
bindkey "^X" offer
stty rows 50 columns 200
print READY >>$out'
await READY
while IFS= read -r line; do
	: >$out
	zpty -w -n inner "backcare $line"$'\C-x'
	await DONE
	grep -v DONE $out | sed "s/ *\$//; /./!d; s|^|$line	|"
done
zpty -d inner
rm -f $out
