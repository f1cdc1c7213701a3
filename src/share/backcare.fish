# Completion of backcare(1) for fish.  What there is to offer the program says
# itself: "backcare help -c", described in backcare(1).

# Prints what the program says of a command, of the words so far.
function __backcare_ask
    $argv[1] help -c $argv[2..] 2>/dev/null
end

# Prints the letter and the value of an option of which a word lacks the value:
# __backcare_wants WORD LINE ...
function __backcare_wants
    set -l word $argv[1]
    string match -q -- '*=*' $word; and return
    set -l letters (string split '' -- (string sub -s 2 -- $word))
    string match -q -- '--*' $word; and set letters
    for line in $argv[2..]
        set -l part (string split \t -- $line)
        if test $part[1] = option; and test $part[4] != -; and test $part[3] = $word
            echo $part[2]
            echo $part[4]
        end
    end
    # Where more follows the letter, that is the value.
    for i in (seq (count $letters))
        for line in $argv[2..]
            set -l part (string split \t -- $line)
            test $part[1] = option; and test $part[4] != -; and test $part[2] = -$letters[$i]
            or continue
            test $i = (count $letters); or return
            echo $part[2]
            echo $part[4]
        end
    end
end

# Words and what they are, of those lines that are for an option, or for "-":
# __backcare_words OF BEFORE LINE ...
function __backcare_words
    for line in $argv[3..]
        set -l part (string split \t -- $line)
        test $part[1] = word; and test $part[2] = $argv[1]; or continue
        test $part[4] = -; and set part[4] ''
        echo $argv[2]$part[3]\t$part[4]
    end
end

function __backcare_options
    for line in $argv
        set -l part (string split \t -- $line)
        test $part[1] = option; or continue
        echo $part[2]\t$part[5]
        echo $part[3]\t$part[5]
    end
end

# What an option can have, where that much of the word stands before it.
function __backcare_values
    switch $argv[2]
        case file
            __fish_complete_path (commandline -ct)
        case command
            __fish_complete_command
        case '*,...'
            set -l done (string match -r -- '.*,' $argv[3])
            __backcare_words $argv[1] "$done" $argv[4..]
        case '*'
            string match -q -- '*=*' $argv[3]
            and set -l before (string replace -r -- '=.*' '=' $argv[3])
            __backcare_words $argv[1] "$before" $argv[4..]
    end
end

function __backcare
    set -l words (commandline -opc)
    set -l now (commandline -ct)
    set -l program $words[1]
    set -l lines (__backcare_ask $program)
    set -l known no
    set -l rest no
    set -l wants
    for word in $words[2..]
        if set -q wants[1]
            set wants
        else if test $rest = yes
            continue
        else if test "$word" = --
            set rest yes
        else if string match -q -- '-?*' $word
            set wants (__backcare_wants $word $lines)
        else if test $known = no
            set known yes
            set lines (__backcare_ask $program $word)
        else
            set rest yes
        end
    end
    if set -q wants[1]
        __backcare_values $wants "$now" $lines
    else if test $rest = no; and string match -q -- '--*=*' "$now"
        set wants (__backcare_wants (string replace -r -- '=.*' '' $now) $lines)
        set -q wants[1]; and __backcare_values $wants $now $lines
    else if test $rest = no; and string match -q -- '-*' "$now"
        __backcare_options $lines
    else
        __backcare_words - '' $lines
    end
end

complete -c backcare -f -a '(__backcare)'
