# An episode that nobody told the end of: reminders come to theirs.
quietly '2026-11-20 12:00:00' log -p 5
quietly '2026-11-20 12:01:00' check none
quietly '2026-11-24 12:00:00' remind
at '2026-12-04 11:00:00' remind
at '2026-12-04 11:01:00' remind -n
at '2026-12-04 13:00:00' remind
at '2026-12-04 13:01:00' remind -n
at '2027-12-25 12:00:00' remind
echo "# What is recorded then lets them go on."
quietly '2027-12-25 12:01:00' pain 3
at '2027-12-25 12:02:00' remind -n
quietly '2027-12-25 12:02:00' end
echo "# The 72 hours and what was missed are said a year later, once."
quietly '2027-12-26 12:00:00' log -p 5
at '2028-12-26 12:00:00' remind
at '2028-12-26 12:01:00' remind
at '2028-12-27 12:01:00' remind -n
echo "# What has to be seen goes on."
quietly '2028-12-27 12:02:00' check fever
at '2028-12-27 12:03:00' remind -j
at '2030-01-01 12:03:00' remind -j
