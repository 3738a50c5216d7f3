# Draws the table of soak_live: gnuplot -c soak_live.gp TABLE.csv PICTURE.svg
set terminal svg size 900,1000 dynamic background "white"
set output ARG2
set datafile separator comma
set key off
set grid ytics
set yrange [0:*]
set multiplot layout 4,1 title "A soak at the window, minute by minute"
set ylabel "memory (PSS), MB"
plot ARG1 skip 1 using 1:3 with lines lw 2
set ylabel "open descriptors"
plot ARG1 skip 1 using 1:4 with lines lw 2
set ylabel "CPU, % of a core"
plot ARG1 skip 1 using 1:5 with lines lw 2
set ylabel "touch to its frame, ms"
set xlabel "minute"
plot ARG1 skip 1 using 1:6 with lines lw 2
unset multiplot
