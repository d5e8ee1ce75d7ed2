//! The words by which lines are seen to be no part of an article. Lists have `; ` between what they list.

/// How links to other articles begin.
pub(super) const LEADS: &str = "scroll; baca juga; baca selengkapnya; baca artikel; baca berita; simak juga; simak video; simak selengkapnya; \
    lihat juga; lihat video; tonton juga; tonton video; saksikan; pilihan editor; artikel terkait; berita terkait; \
    halaman selanjutnya; selanjutnya; berita lainnya; video terkait; read more; read also; also read; read next; \
    see also; related; more on this; more from; watch; recommended; don t miss; sign up; subscribe; click here; \
    klik di sini; gambas video; baca pula; baca selanjutnya; baca lebih lanjut; our standards; listen live";
/// Lines that are nothing else.
pub(super) const WHOLE: &str = "advertisement; iklan; advertisement scroll to continue with content; scroll to continue with content; \
    scroll to resume content; bagikan; share; share this; share this article; print; komentar; comments; tags; \
    topik; loading; komentar anda; tulis komentar; kirim komentar; tinggalkan komentar; beri komentar; leave a comment; \
    leave a reply; post a comment; transcript; transkrip; story continues below advertisement; article continues after advertisement; foto";
/// How outlets ask to be followed, each by its own name.
pub(super) const CALLS: &str = "keep up with all the latest; stay up to date with; get the latest; follow us on; be the first to; never miss; \
    join our whatsapp; ikuti kami; bergabunglah; gabung di; dapatkan informasi terkini; dapatkan berita; cek berita dan artikel; \
    cek berita informasi; informasi lengkap dan menarik; berita menarik lainnya; baca berita lainnya di; baca berita terkini; simak berita pilihan; simak breaking news; dapatkan update berita; ikuti saluran; ikuti channel; ikuti berita; \
    follow whatsapp channel; follow saluran; jangan lupa ikuti; do you have an opinion on; do you have a story; have you been affected; got a tip; enjoyed this; enjoying this; like this story; thanks for reading; thank you for reading; terima kasih telah membaca; terima kasih sudah membaca; \
    by providing an email address; by signing up you; by subscribing you; dengan mendaftar anda; for feedback complaints; \
    republish our; republish this; when we learn of a mistake; \
    a version of this article appears in; a correction was made on; fakta atau hoaks untuk; untuk mengetahui kebenaran informasi; \
    get in touch; we are regulated by the independent press; do you have information about; if you have been affected";
/// How short lines end that ask for an address to write to.
pub(super) const CALL_ENDINGS: &str = "sign up; sign up today; sign up here; sign up now; sign up for free; subscribe; subscribe now; subscribe today; \
    subscribe here; register now; join now; join us; get tickets; daftar sekarang; daftar di sini; langganan sekarang; berlangganan sekarang; \
    gabung sekarang; unduh sekarang; download sekarang";
/// How the last sentences of such lines begin.
pub(super) const CALL_BEGINNINGS: &str = "sign up to; sign up for; subscribe to; register for our; click here to; download our; download the; join our; \
    follow our; daftar untuk; berlangganan untuk; klik di sini untuk; unduh aplikasi; gabung di";
/// What stands before the time of an article.
pub(super) const STAMPS: &str = "published; first published; last updated; updated; last modified; posted; diterbitkan; dipublikasikan; tayang; \
    terakhir diperbarui; diperbarui; ditulis pada";
/// How outlets tell that a text is theirs.
pub(super) const RIGHTS: &str = "copyright; hak cipta; all rights reserved; dilarang mengutip; dilarang mengcopy; dilarang keras mengambil; \
    this article was originally published; this story was originally published; this article originally appeared; \
    this story originally appeared; artikel ini telah tayang; berita ini telah tayang; artikel ini pertama kali";
/// What stands before whose a picture or a table is, with a colon behind it.
pub(super) const OWNERS: &str = "foto; photo; photos; picture; image; gambar; ilustrasi; sumber; source; sumber foto; dok; dok foto; video; photo credit; \
    image credit; kredit foto; photograph";
/// How the words begin that stand where a program does not run.
pub(super) const NOTICES: &str = "advertisement by; please use chrome browser; please enable javascript; to view this video please enable; your browser does not support; \
    this video can not be played; video player is loading; this content is not available in your; browser anda tidak mendukung; \
    sorry this video is not available; javascript is disabled; javascript is required; aktifkan javascript; \
    please turn on javascript; this content is not available; this content is currently unavailable; konten ini tidak tersedia; \
    view this post on; lihat postingan ini di; scroll ke bawah; scroll untuk; geser ke bawah; gulir ke bawah; \
    you are seeing a snapshot of; thank you for your patience while we verify; we are having trouble retrieving; \
    simak di halaman; baca di halaman; klik halaman; klik selanjutnya; klik next; lanjut ke halaman; bersambung ke halaman; lanjut ke sebelah; baca halaman; \
    selengkapnya di halaman; berlanjut ke halaman; baca kelanjutan; skip past newsletter; after newsletter promotion; \
    lanjutkan membaca artikel; artikel ini berlanjut; story continues below; article continues below; continue reading below; \
    this article contains content provided by; allow twitter content; allow instagram content; allow youtube content; \
    this summary was generated; this summary is generated; summary generated by ai; ringkasan ini dibuat; ringkasan dibuat; \
    was this article helpful; was this explainer helpful; was this helpful; apakah artikel ini membantu";
/// How credits begin. They stand at the end, and a byline at the beginning.
pub(super) const CREDITS: &str = "penulis; editor; reporter; pewarta; sumber; copyright; hak cipta; oleh; by; tim redaksi; foto; kontributor; \
    laporan wartawan; tag; tags; topik terkait; dapatkan update; simak breaking news; ikuti; follow; posted by; diposting; \
    filed under; media contact";
/// What pleas to pay or to follow hold at least two of; they are the last or next to it.
pub(super) const PLEAS: &str = "subscri; support; newsletter; sign up; donat; journalism; berlangganan; dukung; membership; gabung; jurnalisme; \
    become a member; value what we do; value our work; chip in; traktir; trakteer; patreon";
/// Whom nearly every outlet asks its readers to follow it on.
pub(super) const CHANNELS: &str = "whatsapp.com/channel; chat.whatsapp.com; //t.me/; news.google.com; play.google.com; apps.apple.com; wa.me/; \
    onelink.me; app.link";
/// How headings begin over what an article says in short.
pub(super) const KEY_POINTS: &str = "key point; key takeaway; takeaway; highlights; at a glance; in brief; in short; quick read; the gist; \
    what to know; main points; ai summary; summary by; ringkasan; poin penting; poin utama; intinya; sekilas; ikhtisar";
/// What stands behind the name of a writer of whom the end of an article tells.
pub(super) const OF_WRITERS: &str = "covers; reach; reached; writes; has written; contact; reports on; is a; is an; is the; follow; email; \
    adalah; meliput; menulis; bergabung";
