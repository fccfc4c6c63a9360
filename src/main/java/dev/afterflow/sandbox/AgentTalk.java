package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** How agents of the demo answer a buyer who wrote, and what some of them should not have written. */
final class AgentTalk {

    /** What the guard keeps back for the legal team: a reward for a review, and a wish that a dispute be dropped. */
    private static final Map<String, List<String>> WRONG = Map.of("REWARD", List.of("写评价送积分，欢迎参与", "晒图评价可以领积分哦，有空帮忙写一下", "参与晒单可得积分，欢迎您参与"),
            "DROP_IT", List.of("您好，麻烦您撤销平台介入，谢谢配合", "您好，麻烦撤销一下平台介入，谢谢配合"));
    private static final Map<String, String> WRONG_FOREIGN = Map.of("REWARD", "Write a review and get a coupon for your next order", "DROP_IT", "Please withdraw the dispute, thank you");
    private static final List<String> CHINESE = List.of("您好，消息收到了，我马上去核实，今天下班前给您回复", "亲，图片看到了，先帮您登记，稍后和您确认怎么处理", "您好，已经在联系快递网点核实，有结果第一时间告诉您",
            "抱歉让您久等了，您的工单我接手了，请放心", "您好，单号我记下了，仓库收到会当天验货", "亲，理解您着急，我这边先催一下物流", "您好，麻烦补一张外包装的照片，方便我们尽快核实");
    private static final List<String> FOREIGN = List.of("Hello, thanks for writing. I am looking into it and will come back to you today.", "Sorry for the wait, I have taken over your case and asked the carrier.",
            "Thank you, the pictures have arrived. I will tell you how we go on shortly.");

    private AgentTalk() {
    }

    static String wrong(boolean chinese, String kind, Random chance) {
        return chinese ? WRONG.get(kind).get(chance.nextInt(WRONG.get(kind).size())) : WRONG_FOREIGN.get(kind);
    }

    static String answers(boolean chinese, Random chance) {
        List<String> said = chinese ? CHINESE : FOREIGN;
        return said.get(chance.nextInt(said.size()));
    }
}
