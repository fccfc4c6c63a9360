package dev.afterflow.claims;

import java.util.Map;

/** What a decision is called. */
final class Said {

    private static final Map<String, String[]> WORDS = Map.ofEntries(said("APPROVED", "同意索赔", "claim approved"), said("NOT_APPROVED", "不索赔", "claim not approved"),
            said("ACCEPT", "接受承运商的金额", "the carrier's amount accepted"), said("APPEAL", "申诉", "appeal"), said("COMPLAIN", "向 12305 申诉", "complaint at 12305"),
            said("WRITE_OFF", "提出核销", "write-off asked for"), said("WRITE_OFF_APPROVED", "同意核销", "write-off approved"),
            said("WRITE_OFF_REFUSED", "不同意核销", "write-off refused"), said("COMPLAINED", "已递交 12305", "complaint handed in at 12305"),
            said("AUTHORITY_PAYS", "邮政管理部门：承运商赔付", "authority: the carrier pays"), said("AUTHORITY_NOTHING", "邮政管理部门：没有结果", "authority: nothing came of it"),
            said("CHASE_WAIT", "催款：再等", "money chased: wait on"), said("CHASE_DECIDE", "催款：另作处理", "money chased: weigh what else there is"),
            said("SUPPLEMENT", "补充证据", "more evidence"),
            said("FOUND_KEEP", "包裹已找到，继续索赔", "parcel found: the claim goes on"), said("FOUND_TAKE_BACK", "包裹已找到，撤回理赔", "parcel found: claim taken back"),
            said("GAVE_BACK", "赔款已转账退回", "money transferred back"), said("KEPT_MONEY", "承运商同意留下赔款", "the carrier lets us keep the money"));

    private Said() {
    }

    static String chinese(String what) {
        return WORDS.getOrDefault(what, new String[] {what, what})[0];
    }

    static String english(String what) {
        return WORDS.getOrDefault(what, new String[] {what, what})[1];
    }

    private static Map.Entry<String, String[]> said(String code, String zh, String en) {
        return Map.entry(code, new String[] {zh, en});
    }
}
