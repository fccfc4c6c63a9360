package dev.afterflow.notifications;

import java.util.Map;

/** Why a message did not go, as kept and as shown. */
record Note(String zh, String en) {

    static final String NO_TEMPLATE = "noTemplate";
    static final String NO_CHANNEL = "noChannel";
    static final String TOO_LATE = "tooLate";
    static final String CAP = "cap-";
    static final String GAVE_UP = "gaveUp";
    static final String MARKET_LINE = "marketline: ";

    private static final Map<String, Note> WORDS = Map.of(
        NO_TEMPLATE, new Note("没有这个模板", "There is no such template"),
        NO_CHANNEL, new Note("没有渠道可以联系到买家", "No channel reaches the buyer"),
        TOO_LATE, new Note("已过时，未发送", "Pointless by now, not sent"),
        CAP + "day", new Note("24 小时内发给该买家的消息已达上限", "The buyer was told enough within 24 hours"),
        CAP + "week", new Note("七天内发给该买家的消息已达上限", "The buyer was told enough within seven days"),
        GAVE_UP, new Note("多次重试仍无法送达，请换一种方式联系买家", "Could not be delivered however often it was tried; reach the buyer another way"),
        "mail: address", new Note("邮箱地址无效", "The e-mail address is not valid"));

    static Note of(String code) {
        if (code == null) {
            return new Note(null, null);
        }
        if (code.startsWith("mail: ") && !WORDS.containsKey(code)) {
            return new Note("邮件被对方服务器拒收（" + code.substring(6) + "）", "The buyer's mail server refused it (" + code.substring(6) + ")");
        }
        if (code.startsWith("sms: ")) {
            return new Note("短信未送达（" + code.substring(5) + "）", "The SMS was refused (" + code.substring(5) + ")");
        }
        if (code.startsWith(MARKET_LINE)) {
            String[] why = code.substring(MARKET_LINE.length()).split(" / ", 2);
            return new Note("平台未收下这条留言：" + why[0], "The marketplace did not take the message: " + why[why.length - 1]);
        }
        if (code.startsWith("marketplace: ")) {
            return new Note("平台拒收这条消息（" + code.substring(13) + "）", "The marketplace refused it (" + code.substring(13) + ")");
        }
        return WORDS.getOrDefault(code, new Note(code, code));
    }
}
