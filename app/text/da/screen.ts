export default {
  heading: "Storskærm",
};
