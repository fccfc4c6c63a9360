package dev.afterflow.notifications;

/** What may be written in place of words that cross a red line. */
record Instead(String zh, String en) {

    static Instead of(RedLine line) {
        return switch (line) {
            case G1, G2 -> new Instead("只谈商品问题和应得的处理，不提评价；补偿照规定给，不附条件",
                "Speak of the goods and what the buyer is owed; give it without a condition and leave the review out");
            case G3 -> new Instead("欢迎所有买家如实评价，也可以随时找客服", "Every buyer is welcome to review honestly, and to ask us at any time");
            case G4, G18 -> new Instead("不再主动提评价；买家来问时只答问题", "Do not bring up the review again; answer what the buyer asks");
            case G5 -> new Instead("先致歉，说明能做什么；不写买家的个人信息", "Apologise, say what can be done, and leave personal data out");
            case G6, G7, G8, G9 -> new Instead("此类内容不能发送；有问题请问法务", "Nothing of the kind may be sent; ask the legal team");
            case G10 -> new Instead("拆封查验不影响七天无理由退货，商品完好即可退，不收手续费",
                "Opening the parcel to look does not matter: intact goods may be returned within seven days, without a fee");
            case G11 -> new Instead("写明具体时间：收到退货后七天内退款", "Give a date: the refund is due within seven days of receiving the goods");
            case G12 -> new Instead("质量问题、发错或少发，来回运费由我们承担", "We pay the freight both ways for defective, wrong or missing goods");
            case G13 -> new Instead("签收不等于认可质量，签收后发现问题同样处理", "Signing does not mean accepting: we also help with what you find later");
            case G14 -> new Instead("由我们负责处理；您也可以联系厂家", "We take care of it; you may also turn to the producer");
            case G15 -> new Instead("只说与本单售后有关的事；推广须买家先同意", "Keep to this order; promotion needs the buyer's consent first");
            case G16 -> new Instead("告诉买家可由人工复核，以及怎么申请", "Say that a person will look at it again, and how to ask for that");
            case G17 -> new Instead("处理不以撤诉为条件；买家有权投诉", "What is owed is owed: the buyer is free to complain");
            case G19, G20 -> new Instead("不提改评删评，也不警告；可以公开、如实地回复评价",
                "Do not ask for a change and do not warn; answer the review in public, truthfully");
            case HOUSE -> new Instead("请换一种说法，或问主管", "Put it another way, or ask a supervisor");
        };
    }
}
