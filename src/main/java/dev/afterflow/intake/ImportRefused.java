package dev.afterflow.intake;

/** A file or mapping that no job can work with, said in both languages for whoever sent it. */
class ImportRefused extends RuntimeException {

    private final String zh;
    private final String en;

    ImportRefused(String zh, String en) {
        super(en);
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
