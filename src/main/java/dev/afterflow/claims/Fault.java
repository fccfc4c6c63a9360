package dev.afterflow.claims;

/** What a carrier did to a parcel, as far as it owes for it. DELAY_RUINED: the delay destroyed the goods, which counts as a loss (GB/T 27917). */
public enum Fault {
    DELAY("延误", "Delayed"), DELAY_RUINED("延误致货物失去价值", "Goods ruined by delay"), LOST("丢失", "Lost"), DAMAGED("全损", "Destroyed"),
    PART_DAMAGED("部分损坏", "Partly damaged"), SHORT("内件短少", "Contents short"), FALSE_SIGNATURE("虚假签收", "False signature"),
    UNAUTHORISED_DROP("未经同意投放", "Left somewhere without consent"), SECURITY_SEIZED("安检查扣", "Seized by security");

    private final String zh;
    private final String en;

    Fault(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What people call it. */
    public String words(boolean chinese) {
        return chinese ? zh : en;
    }
}
