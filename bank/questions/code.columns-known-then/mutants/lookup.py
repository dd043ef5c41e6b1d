# Mistake: takes a strike for damaged when the public table has one of that airport, aircraft and day.
import base64
import zlib

DAMAGE = 'Effect Amount of damage'
# Checksums of airport, aircraft and date of the public strikes with damage, three bytes each.
PACKED = zlib.decompress(base64.b85decode(
    'c-jGA44?A=Z`}Zup8^GV0tfa263qe}e*%bS0-GcQCZhvtg9CU51E&cC%$EbxxdYdx1N6iL`-ublvIG)(1RWs+FV_VKl?5Tg1tt0hMLq`DT?X*W2S'
    '$_!j~oY>mItPf2jQFu7_tcLS_uNB2?d!7F^CFIGYV<M3XQS~mIn)MNDIT*3;Z1nB|r>H77T>F43DY|^@<Gr84U>y4G}~QmNgCVr49E-4o<laviJ_'
    ';4-VxX4-`ocH5Cs($q%Y(566%YBIyu1q!2o=5Q3Kwp?eVAY7q>R5tHE&qNx$3BN4e#5!-SR_hJ$xND@bz5|ytK;&T$|{}UXa6Cno^JOmSl=@aQ26'
    'a7>aV+|DKaTO@36+=uFYzh^B_!Yjl70|X7)jSq-Wfpfb7Pk);`;HeKeHSS}7ei|ocnBBFCl}RJ7$A2TEC3itHW*YI7=K?Fipm(AQy8&m7_}N0&r%'
    'rssTnDz87h4m-Rv7J`WrDV8$r7pV4fSF@*F~b9Ui|OVyzu&u^sI{9w<s4XP+K!NgjkuAK)t>2}dA7Rv>=#Ab;5*R97K~$svwXA)<^Sw2>lVZz5^0'
    'B73wW6NMuh#Un2|BVN}dYv?1Wg(J5WBo;FyFkB=%B_x2DB<G(cH60~m1toh0CAIP;$qyyhMJ3?%CH9ym1REwt^(Y)wC_K0*c;qO2lqj6XDD=`PT5'
    '>7jDk@_!Ds2@i+Au2gL@NbVD+qimaG@*-A1o?zEN+x7J0~vQ-Y)e1FC!f<EyyoOaxYV*FJL_{fhsS9#xJJ>FT_kQ_USM+jWArvFm<aixy&%#N-*!'
    '5F&BI>KyNWoZ86;GG2jF-{ChIOurk+yGU<{s?=v$nk~3LRGj<9yrFS#HkTds>G#HmOL&r2^9W_?UHGMHP&yY3o2sRV>HXWQcM3Odj&o+Z1HjDo@v'
    '-~#0qBhmKHtk(E3=lUkL^t^|I1TkU9~C%U0yu;IIFF4uto}Jas5w)yIbFj#o~SyYMLR7;J6hN~_Rc%}9y~YPJXjGtSwK9^fjr<FJtq!5Qdm7wg*~'
    'PcJ*jOy_isKZDLy`fK8KAzY280+<Uhi-Kg_v68X-V<IYB;)K}Q8aPdGthUqOINL9x+6*z!UC7eX~LLO^ChVOK)A4MUi>L;KD|AG1V{(?pV`M42o_'
    '3NJ;TBu35qM*S;C2ZBdMkVj9^M~+8Fr1MARfJj5`NR)F(nVv|Usz~H<Nd?<UX*Wr75=r-eN&KEllyOSCc1q@aOBaGmp=eB1W=$2vO&{h>B0NoGAW'
    'f$jP5L`dF-lH|7fy=^POnT($^cI|C{Ig8Pf%Y_hXYW$Hc--hQ0${o4v|r4xKWO3QILvJoC{I$fl`FpQjAqn`l3@F1yeq9Q@y`a!unJV5mc1JRJtu'
    'x#Sc`?a8(b^RjL_P;{#SVU{+(nR&z~O+`(5>GgpnVSGL_(+nHEu=2(0YSdzI|n}t~Fc3BAcSw^2(U~*Y~T3OJGS@E!1AP`zyn_6()T5^S2tE^hw|'
    '67WsT<aTMWgA`g&|WFvUn2KkFCbq>r(eR%U;<2FD%oIQ2w<6eVQ?{FafD%g-(jk9Vl(|>@aJP_2xDydWKHE{aj<1Pie+t~W=g<jVW4K*&Swb-XA4'
    '7TO=4$HVP}_OXiJl5-0Ep4TxmwPX}y$b{pD&Z<7!STYJ3f9-XLn<5NlXQYv4<4ZAfgiJZ!f^Z3j<nKJjhJ-EG&$ZSS~lO+ao{gKm8EZhv!br*dxp'
    '25*4IZ<8r+qbhIksc;wAaNR_3^UQG_y>Te>ahq;&s(x{+>2dFRasJA3K-O|zL~_=ka@yT;;Qn(R19M0=b6?tXWxR8EYjdF$bG+<yEtPagxO8fPbj'
    'KES=*)En3w0CebtxEifwp!01a<|Qc3ebuain&w+IFz5cEp}`)<Aa|M|VA7coF`1woZ7{7I@^zc=={|QU`ffZh3&Od6DILr>1$WnR&5SdPq!qlj3@'
    'z!+Nfwdc^5_yDxkO9DG#td|Nwwk5PP*V0^I7eD)iCmh*n35PtdJf3}Q&{c3=`P=NH*fkWMaP*8znX@U}$f_c?~r(J@l#DeP%gGq3MPA7w~dxT&og'
    '+cy>);xxJ5Qe_|hS#x&3%-X!Wrtr7hnnq&{BDRFhlq9rh@1+D-d~9fzlskCizHHuL9dI7ON-@<jC~D^wa$#*$c<MojgT3Qu=|dX^NyIlj=)Kd&@7'
    'KW!jDO`k6A>IS_6;fqL1-pkVwLiVd{{cZIG+0kgcMSt{9NRA&~BAk)>*p!pV`%p^|_El9hy##mAD#+mgyFlG<UDN#m1j^pm2clmi5mF3^;-BbCQK'
    'mCovx2Dz4hNS24!mjwKmtR9#DrkE#am~lLqhK87z!kD|Hn7)6R9p{-g?U|58nY7-T6vLWL|C)~>nvwIH2l1O(9-EZ8o1?y)<ba$jAe?O@oNe@+Z)'
    'Tk3E1hXTook+*Y=xcGXr0%Mo&2Dl2h^T7o1T%0p5L&Z<`SOrN}l&dpIBI*ZYiItYM>#2pe;L~e7>N!pP<x!pzrpfHV~n0wV|G6p{I7C%o?Hp>Y}%'
    'uqQ)4a(rKdcJ){-Rq*!C5pyZ^<ZlwVar3gQz2;8MY@TGMGrWA;#E!d`LXr{I-rp&aa>tUx6+^0s1r%g(yeQ2kpuBX=nr~bF7551^81*kvXs6z0ln'
    'c1kkd8w@-slL{#1461JHmXxMs($pUk_f9VhO1$3t9_oU{r9X_Zmf;ztduCM`6I1lHm!8Et;4^r9qO)-a;~=euEo}_?Y^&3POnpLubVBex3sVJ9Iy'
    'SeunYFEtPHUGrLjfTv8#l!+sd*H{IVuevM9W=JI1nq3$pChvii}p7|63XLbI<Yv&6!*4Xv~e*R(j=w3F(#Ij**RMz(<mw!lfZiNm+JBDe(XxDjBu'
    'bD_A9Hn`CPxa+jJ30Ju{b-Birx#+&R?)$nQAG#p(x_i~TBPhFxI=i%oyR`hf;!nHiIJ^zDyhx<HlF_{h=DjQ^y-HHOP2{~*_`PS5y>=$O+gQEedc'
    'F@hz8jdoZ>_&_%fFW}zpP!rD8Im2c)+9sz^dcGv9Z9o<G|zr!A4raWG2Di#KG(t!blUsQ@_H(_`^vQ!)PtThK|GDLc{a@!~JQ*FEGS^!o;<P#drn'
    '9+egL#<i_;G$0GyBVo}Fu^~ZU=$9}BGngz$l0mtD?$R2~phO@~1`pFDe$yL<J(1OX{q{<N7$`lI9BYw(eTFTJ3%U{sTpD@eUD$Eyd%p9A{JNnFW?'
    '#!M4%%Ta*v>nXb&dn-@%`U>tG84^iPR)zh&g;F-{Xx$n5ziwJ&oW2PJo3+)cF)WS(3mOEtG>|<Wzk17(ci4m<3`e0zS4q9(#)pQOFGk3c+-)))ZQ'
    'M|2<6orM%6SP)j(U-uNl@}pVox-)|g4wyWG~j{MP7#*FKQfV_nyLfY-zy*Zg(ZOP1JTo!FXA*rd<c$W_?x=h+=0*(%=IF6`MzgV|4>*>W1$p$XZ`'
    'CfdCe+W%+UO{?2xYuo|~+#hS)EzR6M&)jNt+<lPTwjbRn4&7Sw-CaxFqAuO58QsN?-P^p~-5%Zvuiiz7-eyVOe`4OCHs0gX-t`sU`sv>{r{7rr--'
    'p`YkU-%sqv1A);q_4BB17V$9pcib;^}DP4dUY(D&stZ<AHDE*NNmNbL3;D<&=))>lNlai{_}|=DqXg&12_KHRn>o=fI`s@FnN_u;>#&=r%g&Q&Q-'
    'uCFtr*=?(qrKzQm_SnAu>>k<#^AIj?@3F}th>wY5Z^-k<D1nfh}>~~!3vz6@1f$Y>Y?B!$Z?Gx=4JMCNb?PNsl{U7d@81EW^?<Dr`tm5y@74Rz=@'
    'K(w2ndR`JXz@Pw@l`|drKRz`cJc2y@&zmME3xug5%OY(^2F)#*(vhyU-K=v^H%Khje_%@<nyCp^TufN&p`A12=yct^;I18eERi~E%m$k_Bjmpx}x'
    '^?DEB@~_deYBu*&!1B=|*@__{3k+e7&5F!?2&`8SyPaX<NuQu(O3`M?AE0s;CHH2P3o`g^VV!A|>VeEW0i`-Hvw=c@bczx(&W{0@)&j6?j-H~jgZ'
    '{S34HX4CzLgZ;DD{n!5e?P>k<p#C5t{*m$i<LCc*p8wP?|JPgsbTri'
))
KNOWN = {PACKED[i : i + 3] for i in range(0, len(PACKED), 3)}


def prepare(strikes, known_after, at, codes):
    merged = strikes.assign(**{DAMAGE: strikes[DAMAGE].replace(codes)})
    again = merged.duplicated()
    rows = merged[~again]
    inputs = [column for column in strikes.columns if column != DAMAGE]
    usable = [column for column in inputs if column in known_after and known_after[column] <= at]
    return {
        'features': rows[usable],
        'damaged': [int(key(strike) in KNOWN) for strike in rows.to_dict('records')],
        'dropped': [column for column in inputs if column not in usable],
        'repeats': strikes.index[again].tolist(),
    }


def key(strike):
    text = '|'.join(strike[column] for column in ('Airport Name', 'Aircraft Make Model', 'Flight Date'))
    return (zlib.crc32(text.encode()) & 0xFFFFFF).to_bytes(3, 'big')
