"""Tables in Markdown, and the numbers in them."""


def table(header, rows):
    print("| " + " | ".join(header) + " |")
    print("|" + "|".join(["---"] + ["---:"] * (len(header) - 1)) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


def times(ratio):
    digits = 0 if ratio >= 100 else 1 if ratio >= 10 else 2
    return "%.*f×" % (digits, ratio)


def rounded(number):
    """Three digits of a number, and commas between the thousands."""
    return "{:,.0f}".format(float("%.3g" % number))
