// a
/* b */ a = 1 /* c */
# d
b "x" y {}
